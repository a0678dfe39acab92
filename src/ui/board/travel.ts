/** A card that has just been put elsewhere travels there from where it was. Not under reduced motion. */
export function travelFrom(origin: DOMRect, card: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const here = card.getBoundingClientRect();
  const x = origin.left - here.left;
  const y = origin.top - here.top;
  if (x === 0 && y === 0) return;
  card.animate(
    [
      { transform: `translate(${x}px, ${y}px)`, zIndex: 3 },
      { transform: 'none', zIndex: 3 },
    ],
    {
      duration: 180,
      easing: 'ease-out',
    },
  );
}
