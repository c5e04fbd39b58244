// The parent's template labels the shown user name by an id the field does not have; screen readers then do not name it.
document.addEventListener("DOMContentLoaded", () => {
  const shown = document.getElementById("kc-attempted-username");
  const label = document.querySelector('label[for="username"]');
  if (shown && label && !document.getElementById("username")) {
    label.htmlFor = shown.id;
  }
});
