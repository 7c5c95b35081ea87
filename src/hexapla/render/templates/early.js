// Before anything is painted: the script is at work, and the theme that was chosen last.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("hexapla-theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch { /* a page opened from a file may have no storage */ }
