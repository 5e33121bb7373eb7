(function () {
  "use strict";
  // ё and е are one letter to a reader who searches.
  function fold(s) { return s.toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " "); }
  var bodies = Array.prototype.slice.call(document.querySelectorAll("tbody"));
  // Rows joined by rowspan are shown, hidden and kept together.
  var units = [];
  bodies.forEach(function (body) {
    var left = 0, unit = null;
    Array.prototype.forEach.call(body.rows, function (row) {
      if (left <= 0) { unit = { rows: [], text: "", group: !!row.querySelector(".group") }; units.push(unit); left = 0; }
      Array.prototype.forEach.call(row.cells, function (c) { left = Math.max(left, c.rowSpan); });
      unit.rows.push(row);
      unit.text += " " + fold(row.textContent);
      left--;
    });
  });
  var q = document.getElementById("q"), found = document.getElementById("found");
  q.addEventListener("input", function () {
    var want = fold(q.value).trim(), n = 0;
    units.forEach(function (u) {
      var show = !want || u.text.indexOf(want) >= 0;
      if (show && !u.group) { n++; }
      u.rows.forEach(function (r) { r.hidden = !show; });
    });
    found.textContent = want ? String(n) : "";
  });
  // Simple tables sort by a click on a heading.
  bodies.forEach(function (body) {
    var table = body.parentNode, head = table.tHead;
    if (!head || head.rows.length !== 1 || body.querySelector("[rowspan],[colspan],.group")) { if (head) { head.style.cursor = "auto"; } return; }
    Array.prototype.forEach.call(head.rows[0].cells, function (th, i) {
      th.addEventListener("click", function () {
        var down = th.getAttribute("aria-sort") === "ascending";
        Array.prototype.forEach.call(head.rows[0].cells, function (x) { x.removeAttribute("aria-sort"); });
        th.setAttribute("aria-sort", down ? "descending" : "ascending");
        Array.prototype.slice.call(body.rows).sort(function (a, b) {
          var x = a.cells[i], y = b.cells[i], v = x.getAttribute("data-v"), w = y.getAttribute("data-v"), r;
          if (v !== null && w !== null) { r = v - w; } else if (v !== null) { return -1; } else if (w !== null) { return 1; }
          else { r = x.textContent.localeCompare(y.textContent, document.documentElement.lang, { numeric: true }); }
          return down ? -r : r;
        }).forEach(function (r) { body.appendChild(r); });
      });
    });
  });
})();
