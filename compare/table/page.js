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
    document.body.classList.toggle("searching", !!want); // what is folded is found too
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
    if (!head || head.rows.length !== 1 || body.querySelector("[rowspan],[colspan],.group,[data-level]")) { if (head) { head.style.cursor = "auto"; } return; }
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
  // The rows below a category fold into it.
  bodies.forEach(function (body) {
    var rows = Array.prototype.slice.call(body.querySelectorAll("tr[data-level]"));
    function level(i) { return i < rows.length ? +rows[i].getAttribute("data-level") : -1; }
    rows.forEach(function (row, i) {
      if (level(i + 1) <= level(i)) { return; }
      var b = document.createElement("button"), th = row.querySelector("th") || row.cells[0];
      b.type = "button"; b.className = "fold"; b.textContent = "▾";
      b.setAttribute("aria-expanded", "true"); b.setAttribute("aria-label", th.textContent);
      th.insertBefore(b, th.firstChild);
      b.addEventListener("click", function () {
        var open = b.getAttribute("aria-expanded") !== "true";
        b.setAttribute("aria-expanded", String(open)); b.textContent = open ? "▾" : "▸";
        redraw();
      });
    });
    function redraw() {
      var hide = Infinity; // rows deeper than this are folded
      rows.forEach(function (row, i) {
        if (level(i) <= hide) { hide = Infinity; }
        row.classList.toggle("folded", hide < Infinity);
        var b = row.querySelector(".fold");
        if (hide === Infinity && b && b.getAttribute("aria-expanded") === "false") { hide = level(i); }
      });
    }
  });
  // A click on a number shows what it was made from.
  var data = document.getElementById("bases"), panel = document.getElementById("why");
  if (!data || !panel || !panel.showModal) { return; }
  data = JSON.parse(data.textContent);
  document.body.classList.add("clickable");
  var text = document.getElementById("why-text"), trail = [];
  function put(parent, tag, words, name) {
    var e = document.createElement(tag);
    if (words !== undefined) { e.textContent = words; }
    if (name) { e.className = name; }
    parent.appendChild(e);
    return e;
  }
  function lines(parent, head, list) {
    if (!list) { return; }
    put(parent, "h3", head);
    var ul = put(parent, "ul");
    list.forEach(function (s) { put(ul, "li", s); });
  }
  function show(n) {
    var b = data.bases[n], w = data.words;
    text.textContent = "";
    if (trail.length > 1) {
      var back = put(text, "button", "← " + w.back, "back");
      back.type = "button";
      back.addEventListener("click", function () { trail.pop(); show(trail[trail.length - 1]); });
    }
    var what = put(text, "h2", b.w);
    what.id = "why-what";
    put(text, "p", b.v, "value");
    if (b.f) { put(text, "p", w.formula + ": " + b.f, "formula"); }
    if (b.t) {
      var dl = put(text, "dl");
      b.t.forEach(function (t) {
        put(dl, "dt", t.n);
        var dd = put(dl, "dd");
        if (t.b < 0) { dd.textContent = t.v; return; }
        var go = put(dd, "button", t.v, "term");
        go.type = "button";
        go.addEventListener("click", function () { trail.push(t.b); show(t.b); });
      });
    }
    if (b.i) {
      var last = null, list = null, sum = 0;
      b.i.forEach(function (pair) {
        var it = data.items[pair[0]];
        sum += pair[1];
        if (it.d !== last) { put(text, "h3", it.d); list = put(text, "ul"); last = it.d; }
        var li = put(list, "li");
        if (it.c) { put(li, "b", it.c + ". "); }
        it.x.forEach(function (s, k) { if (s) { if (k % 2) { put(li, "mark", s); } else { li.appendChild(document.createTextNode(s)); } } });
        put(li, "span", " · " + pair[1], "muted");
      });
      put(text, "p", b.m ? w.more.replace("{n}", b.m) : w.sum + ": " + sum, "sum");
    } else if (b.m) { put(text, "p", w.more.replace("{n}", b.m), "sum"); }
    lines(text, w.tried, b.q);
    lines(text, w.in, b.d);
    if (!panel.open) { panel.showModal(); }
    panel.scrollTop = 0;
  }
  function asked(e) {
    var why = e.target.closest && e.target.closest(".why");
    if (!why || e.type === "keydown" && e.key !== "Enter" && e.key !== " ") { return; }
    e.preventDefault();
    trail = [+why.getAttribute("data-b")];
    show(trail[0]);
  }
  document.addEventListener("click", asked);
  document.addEventListener("keydown", asked);
  panel.addEventListener("click", function (e) { if (e.target === panel) { panel.close(); } });
})();
