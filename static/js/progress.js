/* When the comparison is done, its result takes the place of the progress page, so that "back" leads to the texts. */
"use strict";

document.addEventListener("comparison-done", function (event) {
  location.replace(event.detail.address);
});
