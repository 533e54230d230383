// A link may name the episode to begin with: /watch.html?episode=e03
const wanted = new URLSearchParams(location.search).get("episode");
if (wanted) document.querySelector("micro-drama")?.setAttribute("episode", wanted);
