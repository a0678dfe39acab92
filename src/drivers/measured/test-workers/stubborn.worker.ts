/** Whatever it is asked, it computes for ever or crashes, as its name says. */
self.addEventListener('message', () => {
  if (self.name === 'crash') throw new Error('crashed');
  for (;;);
});
