"use strict";
/* The exam room stores attendance as it is chosen; where that did not get through, it says so and asks before the
   page is left. */
(function () {
  const lost = document.getElementById("room-lost");
  let open = false;
  window.roomKept = function (xhr, status) {
    open = status !== "success";
    if (lost) lost.hidden = !open;
  };
  window.addEventListener("beforeunload", function (event) {
    if (open) event.preventDefault();
  });
})();
