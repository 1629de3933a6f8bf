/** Reads the OpenAPI contract as it is served: what can be asked, and what comes back. */
export type Schema = {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: string[];
  $ref?: string;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
};

type Operation = { summary?: string; description?: string };

export type Contract = {
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

export type OperationRow = { method: string; path: string; about: string };

/** A type in plain parts: the page has words for each. */
export type Kind = {
  of: "text" | "number" | "whole" | "yes_no" | "words" | "record" | "code" | "unknown";
  list: boolean;
  optional: boolean;
  /** The codes that are allowed. */
  codes: string[];
  /** The name of the record in the contract. */
  record?: string;
};

export type FieldRow = { name: string; kind: Kind; about: string | undefined };

const methods = ["get", "post", "put", "patch", "delete"];

export function operationsOf(contract: Contract): OperationRow[] {
  return Object.entries(contract.paths).flatMap(([path, operations]) =>
    methods.flatMap((method) => {
      const operation = operations[method];
      if (!operation) return [];
      return [
        {
          method: method.toUpperCase(),
          path,
          about: operation.description ?? operation.summary ?? "",
        },
      ];
    }),
  );
}

export function fieldsOf(contract: Contract, name: string): FieldRow[] {
  const schema = contract.components.schemas[name];
  return Object.entries(schema?.properties ?? {}).map(([field, property]) => ({
    name: field,
    kind: kindOf(contract, property),
    about: property.description ?? meant(contract, property)?.description,
  }));
}

function named(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

function follow(contract: Contract, schema: Schema): Schema {
  return schema.$ref ? (contract.components.schemas[named(schema.$ref)] ?? {}) : schema;
}

/** Without "or nothing" and without the list around it. */
function meant(contract: Contract, schema: Schema): Schema | undefined {
  const one = schema.anyOf?.find((each) => each.type !== "null") ?? schema;
  const inner = one.type === "array" && one.items ? one.items : one;
  return inner === schema ? follow(contract, schema) : meant(contract, inner);
}

function kindOf(contract: Contract, schema: Schema): Kind {
  const optional = schema.anyOf?.some((each) => each.type === "null") ?? false;
  const one = schema.anyOf?.find((each) => each.type !== "null") ?? schema;
  if (one.type === "array") {
    return { ...kindOf(contract, one.items ?? {}), list: true, optional };
  }
  const whole = follow(contract, one);
  const base = { list: false, optional, codes: whole.enum ?? [] };
  if (whole.enum) return { ...base, of: "code" };
  if (whole.properties) return { ...base, of: "record", record: one.$ref && named(one.$ref) };
  switch (whole.type) {
    case "string":
      return { ...base, of: "text" };
    case "integer":
      return { ...base, of: "whole" };
    case "number":
      return { ...base, of: "number" };
    case "boolean":
      return { ...base, of: "yes_no" };
    case "object":
      return { ...base, of: "words" };
    default:
      return { ...base, of: "unknown" };
  }
}
