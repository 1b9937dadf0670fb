/* Keeps a student's answers on this device until the server has them: what is typed, and what is under way.
   One record for each task, in localStorage under lesson:<room>:<student>:<task>:
     typed    fields as they stand in the form, not sent yet
     waiting  {address, fields, sending, replaces}: sent, but not confirmed
     older    sendings that may still arrive late
   A sending has a name of its own, so sending it again changes nothing.
   class-lesson-ahead.js turns to another task within the page: it is told "lesson-kept" (an answer waits here),
   "lesson-next" (an answer arrived; unless prevented, the next task is opened) and "lesson-all-sent", and says
   "lesson-turned". */
"use strict";

(function () {
  const LONGEST_PAUSE = 30000;
  const PATIENCE = 15000;
  const SLOW = 4000;
  const OWN_FIELDS = ["csrfmiddlewaretoken", "sending", "replaces"];
  const WORDS = {
    back: "What you had chosen or typed is back. It is not sent yet.",
    changed: "Changed, and not sent yet.",
    sending: "Sending …",
    kept: "Kept on this device, will be sent. There is no connection just now.",
    slow: "Kept on this device, and still being sent: the connection is slow.",
    done: "Your answer has reached your teacher. You can change it until the room is closed.",
    old: "Kept on this device. This page is too old to send it: load the page again.",
  };

  const place = document.getElementById("keeper");
  const memory = new Map();
  let pause = 0;
  let timer = 0;
  let underway = null;
  let isWanted = false;
  let form = null;
  let mine = null;
  let pressed = null;

  /* storage; what it does not take, full or closed to us, this page's memory holds, and then that is the newest */
  function read(key) {
    if (memory.has(key)) return memory.get(key);
    try {
      return JSON.parse(localStorage.getItem(key)) || {};
    } catch {
      return {};
    }
  }

  function write(key, record) {
    const isEmpty = !record.typed && !record.waiting;
    memory.delete(key);
    try {
      if (isEmpty) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(record));
    } catch {
      if (!isEmpty) memory.set(key, record);
    }
  }

  function keysOf(prefix) {
    const found = new Set(memory.keys());
    try {
      for (let at = 0; at < localStorage.length; at += 1) found.add(localStorage.key(at));
    } catch {
      /* memory has them */
    }
    return [...found].filter((key) => key.startsWith(prefix));
  }

  const prefix = place && `lesson:${place.dataset.room}:${place.dataset.pupil}:`;

  /* crypto.randomUUID() is there on https only; a classroom's own network often has none */
  function newName() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function fieldsOf() {
    return [...new FormData(form)].filter(([name]) => !OWN_FIELDS.includes(name));
  }

  function fill(fields) {
    const given = new Map();
    for (const [name, value] of fields) given.set(name, [...(given.get(name) || []), value]);
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden") continue;
      if (["checkbox", "radio"].includes(field.type)) field.checked = (given.get(field.name) || []).includes(field.value);
      else if (given.has(field.name)) field.value = given.get(field.name)[0];
    }
    document.dispatchEvent(new Event("lesson-restored"));
  }

  /* a plain word of what happened, at the form, else at the top of the page */
  function say(key, sentence, mood) {
    const line = key === mine && form ? form.querySelector("[data-said]") : document.getElementById("kept");
    if (!line) return;
    line.hidden = !sentence;
    line.dataset.mood = mood || "";
    if (line.textContent !== sentence) line.textContent = sentence;
  }

  /* of answers to other tasks than the one on the page */
  function sayWaiting() {
    for (const key of keysOf(prefix)) if (read(key).waiting) sign(key.slice(prefix.length), "…", "kept on this device");
    const waiting = keysOf(prefix).filter((key) => key !== mine && read(key).waiting);
    if (!waiting.length) return;
    const what = waiting.length > 1 ? `${waiting.length} answers are` : `“${read(waiting[0]).waiting.title}” is`;
    say("", `${what} kept on this device and will be sent by ${waiting.length > 1 ? "themselves" : "itself"}.`, "wait");
  }

  function tell(event, detail) {
    return document.dispatchEvent(new CustomEvent(event, { detail, cancelable: true }));
  }

  /* it is safe here, so nobody has to wait for it */
  function goOn(key) {
    if (key !== pressed || key !== mine) return;
    pressed = null;
    tell("lesson-kept", { task: form.dataset.task });
    if (key !== mine) sayWaiting();
  }

  function keepTyped() {
    const record = read(mine);
    record.typed = fieldsOf();
    write(mine, record);
    if (form.querySelector("[data-said]").dataset.mood === "done") say(mine, WORDS.changed, "wait");
  }

  function queue() {
    const record = read(mine);
    record.older = [...(record.older || []), ...(record.waiting ? [record.waiting.sending] : [])];
    const address = form.action;
    const { title } = form.dataset;
    record.waiting = { address, fields: fieldsOf(), sending: newName(), replaces: record.older, title, since: Date.now() };
    record.typed = null;
    write(mine, record);
  }

  async function post(waiting) {
    const body = new URLSearchParams(waiting.fields);
    body.set("sending", waiting.sending);
    for (const older of waiting.replaces) body.append("replaces", older);
    const headers = { Accept: "application/json", ...JSON.parse(document.body.getAttribute("hx-headers")) };
    const stop = new AbortController();
    const patience = setTimeout(() => stop.abort(), PATIENCE);
    try {
      return await fetch(waiting.address, { method: "POST", body, headers, signal: stop.signal, redirect: "error" });
    } finally {
      clearTimeout(patience);
    }
  }

  /* one sending; returns "later" where it should be tried again, "now" where something newer waits meanwhile */
  async function send(key) {
    const waiting = read(key).waiting;
    if (key === mine) say(key, WORDS.sending);
    let answer;
    let told;
    try {
      answer = await post(waiting);
      told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
    } catch {
      answer = null;
    }
    if (answer === null || answer.status >= 500 || answer.status === 429) {
      if (key === mine) say(key, WORDS.kept, "wait");
      else sayWaiting();
      goOn(key);
      return "later";
    }
    if (key === pressed && read(key).waiting?.sending === waiting.sending) pressed = null;
    const record = read(key);
    const isStill = record.waiting && record.waiting.sending === waiting.sending;
    if (answer.ok && told.sending) {
      if (isStill) record.waiting = null;
      write(key, record);
      confirmed(key, told.next, isStill && !record.typed);
    } else if (answer.status === 422) {
      if (isStill) Object.assign(record, { waiting: null, typed: record.typed || waiting.fields });
      write(key, record);
      say(key, key === mine ? told.sentence : `“${waiting.title}”: ${told.sentence}`, "wait");
    } else if (answer.status === 409) {
      say(key, `${told.sentence} It is kept on this device.`, "wait");
    } else {
      say(key, WORDS.old, "wait");
    }
    return isStill || !record.waiting ? "" : "now";
  }

  /* the sign behind a task's number: "✓" has arrived, "…" waits here */
  function sign(task, mark, words) {
    const step = document.querySelector(`.tasks [data-step="${task}"]`);
    if (!step) return;
    for (const old of step.querySelectorAll("[data-sign]")) old.remove();
    for (const [what, text] of [["seen", ` ${mark}`], ["heard", `, ${words}`]]) {
      const part = document.createElement("span");
      part.dataset.sign = mark;
      if (what === "seen") part.setAttribute("aria-hidden", "true");
      else part.className = "visually-hidden";
      part.textContent = text;
      step.append(part);
    }
  }

  function confirmed(key, next, isLast) {
    if (isLast) sign(key.slice(prefix.length), "✓", "answered");
    if (key !== mine) {
      if (keysOf(prefix).some((other) => read(other).waiting)) return sayWaiting();
      say("", "Everything that was kept on this device has reached your teacher.", "done");
      return tell("lesson-all-sent");
    }
    say(key, isLast ? WORDS.done : "", "done");
    if (!isLast) return;
    markSent();
    if (!next) return;
    const { title } = form.dataset;
    if (tell("lesson-next", { next })) location.assign(next);
    else say("", `“${title}” has reached your teacher.`, "done");
  }

  function markSent() {
    form.querySelector("button[type=submit]").textContent = "Send my changed answer";
    form.querySelector(".sent-before")?.remove();
  }

  /* in the order in which they were given: the last one says where the student is */
  function waitingInOrder() {
    const since = (key) => read(key).waiting.since || 0;
    const keys = keysOf(prefix).filter((key) => read(key).waiting);
    return keys.sort((one, other) => since(one) - since(other));
  }

  async function sendAll() {
    isWanted = false;
    clearTimeout(timer);
    const told = [];
    for (const key of waitingInOrder()) if (read(key).waiting) told.push(await send(key));
    if (told.includes("now") || (isWanted && !told.includes("later"))) return sendAll();
    pause = told.includes("later") ? Math.min(LONGEST_PAUSE, Math.max(1000, pause * 2)) : 0;
    if (pause) timer = setTimeout(flush, pause * (0.7 + 0.6 * Math.random()));
  }

  function flush() {
    isWanted = true;
    underway = underway || sendAll().finally(() => (underway = null));
    return underway;
  }

  function soon() {
    if (prefix && keysOf(prefix).some((key) => read(key).waiting)) flush();
  }

  /* the teacher's pace: whoever has nothing open is taken along, the others are told and go when they press */
  function follow() {
    const go = document.querySelector("#pulse [data-go]");
    if (!go) return;
    const record = mine ? read(mine) : {};
    if (record.typed || record.waiting) return;
    // an answer under way is not to arrive after the page that should show it
    const patience = new Promise((resolve) => setTimeout(resolve, SLOW));
    // what this page alone holds would go with it
    Promise.race([flush(), patience]).then(() => memory.size || location.assign(go.href));
  }

  function press() {
    const key = mine;
    pressed = key;
    queue();
    const { sending } = read(key).waiting;
    flush();
    setTimeout(function () {
      if (key !== mine || read(key).waiting?.sending !== sending) return;
      if (form.querySelector("[data-said]").textContent === WORDS.sending) say(key, WORDS.slow, "wait");
      goOn(key);
    }, SLOW);
  }

  /* the form that is on the page now; class-lesson-ahead.js may bring another, or one that was here before */
  function takeUp() {
    form = document.querySelector("form[data-answer]");
    mine = form && prefix + form.dataset.task;
    if (!form) return;
    const record = read(mine);
    if (form.dataset.taken) {
      // sent meanwhile, while another task was on the page
      const isSent = !record.waiting && !record.typed && form.querySelector("[data-said]").dataset.mood === "wait";
      if (isSent) say(mine, WORDS.done, "done");
      if (isSent) markSent();
      return;
    }
    form.dataset.taken = "yes";
    const kept = record.typed || (record.waiting && record.waiting.fields);
    if (kept) fill(kept);
    if (record.typed) say(mine, WORDS.back, "wait");
    form.addEventListener("input", keepTyped);
    form.addEventListener("change", keepTyped);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      press();
    });
  }

  function begin() {
    for (const gone of document.querySelectorAll("[data-forget-room]")) {
      for (const key of keysOf(`lesson:${gone.dataset.forgetRoom}:`)) write(key, {});
    }
    if (!prefix) return;
    takeUp();
    document.addEventListener("lesson-turned", takeUp);
    for (const note of document.querySelectorAll("[data-unsent]")) note.hidden = keysOf(prefix).length === 0;
    document.addEventListener("click", function (event) {
      if (!event.target.closest("[data-go]") || !mine || !read(mine).typed) return;
      queue();
      flush();
    });
    document.addEventListener("htmx:afterSwap", follow);
    document.addEventListener("htmx:afterOnLoad", soon);
    window.addEventListener("online", soon);
    window.addEventListener("pageshow", soon);
    soon();
  }

  begin();
})();
