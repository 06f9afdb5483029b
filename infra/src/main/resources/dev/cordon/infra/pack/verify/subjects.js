/* What of a store an item holds: a line each, sorted, each written in one way only. */

const LONGEST_SUBJECT = 1024;
const MOST_SUBJECTS = 100;

/** A subject as it is written; null if it is none. */
function subject(line) {
  const blank = line.indexOf(" ");
  const word = blank < 0 ? line : line.slice(0, blank);
  const name = blank < 0 ? "" : line.slice(blank + 1);
  if (word === "store") {
    return blank < 0 ? line : null;
  }
  if (isBlank(name) || name.length > LONGEST_SUBJECT || /[\x00-\x1f\x7f]/.test(name)) {
    return null;
  }
  switch (word) {
    case "log":
    case "excerpt":
    case "table":
    case "option":
      return line;
    case "file":
    case "tree": {
      const parts = name.split("/");
      if (parts[0] !== "" || parts.includes("..")) {
        return null;
      }
      return `${word} /${parts.filter((part) => part !== "" && part !== ".").join("/")}`;
    }
    default:
      return null;
  }
}

/** Refuses whatever was not hashed in exactly this way. */
function checkedSubjects(text) {
  const subjects = text
    .split("\n")
    .filter((line) => !isBlank(line))
    .map(subject);
  const each = [...new Set(subjects)].sort((one, other) => (one < other ? -1 : 1));
  if (subjects.includes(null) || each.length > MOST_SUBJECTS) {
    throw new Malformed("what an item covers is not understood");
  }
  if (each.join("\n") !== text) {
    throw new Malformed("what an item covers is written in another way");
  }
  return text;
}
