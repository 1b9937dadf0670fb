/* Reads a piece aloud, sentence by sentence, with a voice of this device: voices that send the text to somebody's
   server are left out. Where there is none, the buttons stay hidden. */
"use strict";

(function () {
  if (!("speechSynthesis" in window)) return;
  const voice = window.speechSynthesis;
  let queue = [];
  let current = null;

  function ownVoice() {
    const own = voice.getVoices().filter((one) => one.localService && one.lang.toLowerCase().startsWith("en"));
    return own.find((one) => one.default) || own[0];
  }

  function show() {
    for (const line of document.querySelectorAll(".needs-voice")) line.hidden = !ownVoice();
  }

  function quiet() {
    queue = [];
    current = null;
    voice.cancel();
    for (const line of document.querySelectorAll(".spoken")) line.classList.remove("spoken");
    for (const button of document.querySelectorAll("[data-stop]")) button.hidden = true;
    for (const button of document.querySelectorAll("[data-read]")) button.hidden = false;
  }

  function next() {
    for (const line of document.querySelectorAll(".spoken")) line.classList.remove("spoken");
    const line = queue.shift();
    if (!line) return quiet();
    const said = new SpeechSynthesisUtterance(line.textContent);
    said.voice = ownVoice();
    said.rate = 0.9;
    current = said;
    said.onend = () => said === current && next();
    line.classList.add("spoken");
    line.scrollIntoView({ block: "nearest" });
    voice.speak(said);
  }

  document.addEventListener("click", function (event) {
    const read = event.target.closest("[data-read]");
    if (read) {
      quiet();
      const piece = document.getElementById(read.dataset.read);
      queue = [piece.querySelector("h2"), ...piece.querySelectorAll(".line")];
      const stop = read.parentElement.querySelector("[data-stop]");
      stop.hidden = false;
      read.hidden = true;
      stop.focus();
      next();
    } else if (event.target.closest("[data-stop]")) {
      quiet();
      event.target.closest(".voice").querySelector("[data-read]").focus();
    }
  });

  window.addEventListener("pagehide", quiet);
  voice.addEventListener?.("voiceschanged", show);
  show();
})();
