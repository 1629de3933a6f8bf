/**
 * React Aria would insert a `<style>` of one rule, which our content policy refuses.
 * The rule stands in our own sheet, and an element of that id tells React Aria that it is there.
 */
import "./aria.scss";

const ID = "react-aria-pressable-style";

if (!document.getElementById(ID)) {
  const mark = document.createElement("meta");
  mark.id = ID;
  document.head.append(mark);
}
