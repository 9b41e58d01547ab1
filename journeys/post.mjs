// A mail server for journeys: it keeps every letter that it is given, read as a person reads it.
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** Starts a mail server; `letters` fills up, `arrives(n)` waits until there are so many. */
export async function startPost() {
  const letters = [];
  let waiting = () => {};
  const server = createServer((socket) => converse(socket, (text) => {
    letters.push(read(text));
    waiting();
  }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    letters,
    address: `smtp://127.0.0.1:${server.address().port}`,
    async arrives(count) {
      while (letters.length < count) await new Promise((resolve) => (waiting = resolve));
      return letters;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function converse(socket, keep) {
  const say = (answer) => socket.write(`${answer}\r\n`);
  socket.on("error", () => {});
  say("220 post");
  let text;
  createInterface({ input: socket, crlfDelay: Infinity }).on("line", (line) => {
    if (text === undefined) {
      if (line.startsWith("DATA")) text = [];
      say(line.startsWith("DATA") ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 ok");
    } else if (line === ".") {
      keep(text.join("\n"));
      text = undefined;
      say("250 taken");
    } else {
      text.push(line.replace(/^\./, ""));
    }
  });
}

/** Heads and body as they were written (RFC 2045 and 2047). */
function read(text) {
  const [heads, ...body] = text.split("\n\n");
  const head = (name) => {
    const found = heads.replaceAll("\n ", " ").match(new RegExp(`^${name}: (.*)$`, "m"));
    return found ? words(found[1]) : undefined;
  };
  return { to: head("To"), subject: head("Subject"), text: unquoted(body.join("\n\n")) };
}

const words = (text) =>
  text
    .replaceAll("?= =?utf-8?B?", "?==?utf-8?B?")
    .replaceAll(/=\?utf-8\?B\?([^?]*)\?=/g, (_, word) => Buffer.from(word, "base64").toString());

function unquoted(text) {
  const joined = text.replaceAll("=\n", "");
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
