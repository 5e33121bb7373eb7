(function () {
  "use strict";
  var doc = document, root = doc.documentElement, body = doc.body;
  function all(s, in_) { return Array.prototype.slice.call((in_ || doc).querySelectorAll(s)); }
  root.className += " js";
  var bar = doc.querySelector(".bar");
  function measure() { root.style.setProperty("--bar", bar.offsetHeight + "px"); }
  window.addEventListener("resize", measure);
  measure();
  // What did not change is folded, unless it is wanted.
  var every = doc.getElementById("all"), folds = all("details.same");
  function fold() { folds.forEach(function (d) { d.open = every.checked; }); }
  every.addEventListener("change", fold);
  fold();
  // The place that a link leads to may lie in a fold.
  function reveal() {
    var at;
    try { at = doc.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (e) { return; }
    if (!at) { return; }
    for (var d = at.closest("details"); d; d = d.parentNode.closest("details")) { d.open = true; }
    at.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  // Filter by kind: parts in which nothing is left are hidden, too.
  var kinds = all("input[name=kind]"), parts = all("section.part[data-kinds]"), entries = {};
  all("nav li").forEach(function (li) { entries[li.getAttribute("data-for")] = li; });
  function filter() {
    var off = {};
    kinds.forEach(function (k) { off[k.value] = !k.checked; body.classList.toggle("no-" + k.value, !k.checked); });
    parts.forEach(function (p) {
      var ks = p.getAttribute("data-kinds").split(" ");
      p.hidden = !!ks[0] && ks.every(function (k) { return off[k]; });
      if (entries[p.id]) { entries[p.id].hidden = p.hidden; }
    });
    count();
  }
  kinds.forEach(function (k) { k.addEventListener("change", filter); });
  // From change to change.
  var stops = [], at = -1, where = doc.getElementById("where");
  function shown(el) { return !el.closest("[hidden]") && getComputedStyle(el).display !== "none"; }
  function count() {
    stops = all("[data-stop]").filter(shown);
    at = -1;
    tell();
  }
  function tell() { where.textContent = at < 0 ? String(stops.length) : where.getAttribute("data-of").replace("{n}", at + 1).replace("{all}", stops.length); }
  function go(step) {
    if (!stops.length) { return; }
    var line = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0, i;
    var here = at >= 0 ? stops[at].getBoundingClientRect() : null;
    if (here && here.top >= -1 && here.top < window.innerHeight) {
      i = at + step;
    } else { // the reader went elsewhere: from there
      for (i = 0; i < stops.length && stops[i].getBoundingClientRect().top <= line + 1; i++) { }
      if (step < 0) { i--; }
    }
    i = (i + stops.length) % stops.length;
    if (at >= 0) { stops[at].classList.remove("at"); }
    at = i;
    stops[at].classList.add("at");
    for (var d = stops[at].closest("details"); d; d = d.parentNode.closest("details")) { d.open = true; }
    stops[at].scrollIntoView();
    tell();
  }
  doc.getElementById("next").addEventListener("click", function () { go(1); });
  doc.getElementById("prev").addEventListener("click", function () { go(-1); });
  doc.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.altKey || e.metaKey || /^(input|select|textarea)$/i.test(e.target.tagName) && e.target.type !== "checkbox") { return; }
    // By place on the keyboard, so that they work with Cyrillic letters, too.
    var step = { KeyJ: 1, KeyN: 1, KeyK: -1, KeyP: -1 }[e.code];
    if (step) { e.preventDefault(); go(step); }
  });
  // Where the reader is, in the contents.
  if (window.IntersectionObserver) {
    var here = null, watch = new IntersectionObserver(function (seen) {
      seen.forEach(function (s) {
        var li = entries[s.target.id];
        if (!s.isIntersecting || !li) { return; }
        if (here) { here.classList.remove("here"); }
        here = li;
        here.classList.add("here");
        var box = li.closest("nav"), a = li.getBoundingClientRect(), b = box.getBoundingClientRect();
        if (box.scrollHeight > box.clientHeight && (a.top < b.top || a.bottom > b.bottom)) { box.scrollTop += a.top - b.top - b.height / 2; }
      });
    }, { rootMargin: "-120px 0px -75% 0px" });
    parts.forEach(function (p) { watch.observe(p); });
  }
  if (window.matchMedia && window.matchMedia("(max-width: 70rem)").matches) { var c = doc.querySelector("nav details"); if (c) { c.open = false; } }
  filter();
  if (location.hash) { reveal(); }
})();
