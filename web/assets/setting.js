// Before a report is painted: the text size and width its reader chose last, unless the address says.
try {
  const address = new URLSearchParams(location.search);
  for (const key of ['text', 'width']) {
    const value = localStorage.getItem('reading-' + key);
    if (value && !address.has(key)) document.documentElement.dataset[key] = value;
  }
} catch {
  // storage is forbidden: the usual size
}
