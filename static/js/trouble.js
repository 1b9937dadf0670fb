/* When an answer cannot be shown in place, say so where messages stand; the page keeps what was typed. */
"use strict";

(function () {
  const sentences = {
    403: "This page has grown too old to be trusted with your entry. Copy what you typed, then load the page again.",
    404: "This is no longer here. It may have been deleted in another window.",
    413: "This is more than can be sent at once. Shorten the texts or choose smaller files; what you typed is kept.",
  };

  function say(sentence) {
    const place = document.getElementById("messages");
    const line = document.createElement("p");
    line.className = "message error";
    line.textContent = sentence;
    place.replaceChildren(line);
    place.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("htmx:responseError", function (event) {
    say(sentences[event.detail.xhr.status] || "Something went wrong here. What you typed is kept; try again in a moment.");
  });

  document.addEventListener("htmx:sendError", function () {
    say("The server cannot be reached. What you typed is kept; try again in a moment.");
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    const place = document.getElementById("messages");
    if (event.detail.successful && place.querySelector(".error")) place.replaceChildren();
  });
})();
