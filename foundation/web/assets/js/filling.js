// Saves what people type into a form's answers: shortly after they stop, and when they leave. Until
// the server has said that it has it, a copy lies in this browser. Without this script the forms
// have a button, and everything works.
"use strict";

const PAUSE = 800;
const TRIES = [2000, 5000, 15000, 30000];
const FIELDS = ["status", "remark", "seeks", "offers"];

class Answer {
  constructor(form) {
    this.form = form;
    this.key = `pejling ${form.dataset.who} ${new URL(form.action).pathname}`;
    this.state = form.querySelector("[data-saved]");
    this.problems = form.parentElement.querySelector("[data-problems]");
    this.conflict = form.parentElement.querySelector("[data-conflict]");
    this.tries = 0;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("change", () => this.typed(0));
    form.addEventListener("focusout", () => this.isDirty() && this.save());
    form.addEventListener("submit", (event) => this.submitted(event));
    this.restore();
  }

  read(before = "") {
    const values = new FormData(this.form);
    return Object.fromEntries(
      FIELDS.map((name) => [name, String(values.get(before + name) ?? "").replaceAll("\r\n", "\n").trimEnd()]),
    );
  }

  write(answer, before = "") {
    for (const name of FIELDS) this.form.elements[before + name].value = answer[name];
  }

  isDirty() {
    return this.stopped !== true && !same(this.read(), this.read("base_"));
  }

  typed(pause = PAUSE) {
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  // The copy that outlives this page.
  keep() {
    if (!this.isDirty()) return;
    const copy = { mine: this.read(), base: this.read("base_"), page: this.form.elements.page.value };
    try {
      localStorage.setItem(this.key, JSON.stringify(copy));
    } catch {
      // A full or closed store: the server is asked as always.
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // See above.
    }
  }

  restore() {
    let copy = null;
    try {
      copy = JSON.parse(localStorage.getItem(this.key));
    } catch {
      this.forget();
    }
    if (!copy) return;
    if (same(copy.mine, this.read())) {
      this.forget();
      return;
    }
    this.write(copy.mine);
    this.write(copy.base, "base_");
    this.form.elements.page.value = copy.page;
    this.say(this.form.dataset.restored);
    this.save();
  }

  say(words) {
    if (this.state.textContent !== words) this.state.textContent = words;
  }

  async save(leaving = false) {
    clearTimeout(this.timer);
    if (!this.isDirty()) return true;
    if (this.busy && !leaving) {
      this.again = true;
      return this.busy;
    }
    this.busy = this.send(leaving);
    const saved = await this.busy;
    this.busy = null;
    if (this.again) {
      this.again = false;
      return this.save();
    }
    return saved;
  }

  async send(leaving) {
    const sent = this.read();
    this.keep();
    this.say(this.form.dataset.saving);
    try {
      const answer = await fetch(this.form.action, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams(new FormData(this.form)),
        keepalive: leaving,
        redirect: "manual",
      });
      return await this.heard(answer, sent);
    } catch {
      this.retry(this.form.dataset.away);
      return false;
    }
  }

  async heard(answer, sent) {
    const isOurs = (answer.headers.get("content-type") ?? "").startsWith("application/json");
    if (!isOurs) {
      const signedOut = answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status);
      this.retry(signedOut ? this.form.dataset.signedOut : this.form.dataset.away);
      return false;
    }
    const told = await answer.json();
    this.say(told.message);
    this.tries = 0;
    if (told.saved) this.stored(told, sent);
    else if (told.conflict) this.choose(told.conflict);
    return told.saved;
  }

  // What stands at the server is what the next change is compared with; what was typed since
  // then stays in its field.
  stored(told, sent) {
    const now = this.read();
    const base = {};
    for (const name of FIELDS) {
      const typedOn = now[name] !== sent[name];
      base[name] = typedOn ? sent[name] : told.answer[name];
      if (!typedOn && now[name] !== told.answer[name]) this.write({ ...this.read(), [name]: told.answer[name] });
    }
    this.write(base, "base_");
    if (told.problems !== null && !this.problems.contains(document.activeElement)) {
      this.problems.innerHTML = told.problems;
    }
    if (this.isDirty()) this.typed();
    else this.forget();
  }

  // Two people wrote the same: one is asked, and nothing more is sent from here.
  choose(html) {
    this.stopped = true;
    if (!this.conflict) {
      this.conflict = document.createElement("div");
      this.form.before(this.conflict);
    }
    this.conflict.innerHTML = html;
    this.form.hidden = true;
    this.conflict.querySelector("section").focus();
    this.conflict.querySelector("form").addEventListener("submit", () => this.forget());
  }

  retry(words) {
    this.say(words);
    const pause = TRIES[Math.min(this.tries, TRIES.length - 1)];
    this.tries += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  // A button saves first, so that what is typed is never on two ways at once.
  async submitted(event) {
    if (this.through || event.submitter?.value === "preview") return;
    event.preventDefault();
    const button = event.submitter;
    const saved = await this.save();
    if (!saved) return;
    if (button?.value !== "save_next") return;
    this.through = true;
    // Not before this event is over: a form that is being submitted is not submitted again.
    setTimeout(() => this.form.requestSubmit(button));
  }
}

function same(one, other) {
  return FIELDS.every((name) => one[name] === other[name]);
}

const answers = [...document.querySelectorAll("form[data-autosave]")].map((form) => new Answer(form));

const leave = () => answers.forEach((answer) => answer.save(true));
addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
addEventListener("online", () => answers.forEach((answer) => answer.save()));
