// The parent's password page labels a field that is not there and leaves the one with the entered name without a label.
document.addEventListener('DOMContentLoaded', () => {
  const name = document.getElementById('kc-attempted-username');
  const label = document.querySelector('label[for="username"]');
  if (name && label && !document.getElementById('username')) {
    label.htmlFor = name.id;
  }
});
