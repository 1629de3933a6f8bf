/** Sending a file: the one question of which the reader wants to see how far it has come. */
import { currentLanguage } from "@/i18n/language";
import { Problem } from "./problem";
import { authorization, refused } from "./token";

/** `onPart` is told how much has been sent, from 0 to 1. Throws a Problem as every other question does. */
export async function upload<T>(
  address: string,
  file: Blob,
  onPart: (part: number) => void,
): Promise<T> {
  const bearer = await authorization();
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", address);
    sending.responseType = "json";
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    sending.setRequestHeader("Accept-Language", currentLanguage());
    if (bearer) sending.setRequestHeader("Authorization", bearer);
    sending.upload.onprogress = ({ loaded, total }) => onPart(total ? loaded / total : 1);
    sending.onerror = () => reject(Problem.unreachable());
    sending.onload = () => {
      const { status, response } = sending;
      if (status === 401 && bearer) refused(bearer);
      if (status < 300) resolve(response as T);
      else reject(Problem.from(status, response));
    };
    sending.send(file);
  });
}
