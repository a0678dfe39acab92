/** What a pointer does on a canvas, in CSS pixels from its corner. */
export interface Gestures {
  /** Down, and nothing moved yet. */
  press(x: number, y: number): void;
  /** Moved by so much with the button down, beyond what a click may move. */
  drag(x: number, y: number, dx: number, dy: number): void;
  /** Down and up in one place, which was this. */
  click(x: number, y: number): void;
  /** Over the canvas with no button down. */
  hover(x: number, y: number): void;
  leave(): void;
  /** Two fingers apart, or the wheel with Ctrl: larger by `factor` about this point. */
  zoom(x: number, y: number, factor: number): void;
  /** The wheel, or two fingers on a touchpad. */
  scroll(dx: number, dy: number, shift: boolean): void;
}

/** A press that moves less is a click, pixels. */
const DRAG = 4;
/** Pixels of a line, where the wheel counts lines. */
const WHEEL_LINE = 16;
const WHEEL_ZOOM = 0.004;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Tells press, drag, click, pinch and wheel apart. The result takes the listeners away again. */
export function listenToPointer(canvas: HTMLCanvasElement, gestures: Gestures): () => void {
  const pointers = new Map<number, Point>();
  let pressed: Point | null = null;
  let dragged = false;
  /** Between two fingers. */
  let distance: number | null = null;

  const at = (event: MouseEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return a && b
      ? { distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
      : null;
  };

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const point = at(event);
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, point);
    const two = spread();
    distance = two?.distance ?? null;
    pressed = two ? null : point;
    dragged = false;
    if (pressed) gestures.press(point.x, point.y);
  }

  function onPointerMove(event: PointerEvent): void {
    const { x, y } = at(event);
    const before = pointers.get(event.pointerId);
    if (before) pointers.set(event.pointerId, { x, y });
    const two = distance !== null && spread();
    if (distance !== null && two) {
      gestures.zoom(two.x, two.y, two.distance / distance);
      distance = two.distance;
      return;
    }
    if (!pressed || !before) {
      gestures.hover(x, y);
      return;
    }
    if (!dragged && Math.hypot(x - pressed.x, y - pressed.y) < DRAG) return;
    dragged = true;
    gestures.drag(x, y, x - before.x, y - before.y);
  }

  function onPointerUp(event: PointerEvent): void {
    pointers.delete(event.pointerId);
    if (pointers.size < 2) distance = null;
    const clicked = !dragged && event.type === 'pointerup' ? pressed : null;
    pressed = null;
    if (clicked) gestures.click(clicked.x, clicked.y);
    canvas.style.cursor = 'grab';
  }

  const onPointerLeave = (): void => {
    if (pointers.size === 0) gestures.leave();
  };

  function onWheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE : 1;
    const { x, y } = at(event);
    if (event.ctrlKey || event.metaKey) gestures.zoom(x, y, Math.exp(-event.deltaY * unit * WHEEL_ZOOM));
    else gestures.scroll(event.deltaX * unit, event.deltaY * unit, event.shiftKey);
  }

  const listening = new AbortController();
  const { signal } = listening;
  canvas.addEventListener('pointerdown', onPointerDown, { signal });
  canvas.addEventListener('pointermove', onPointerMove, { signal });
  canvas.addEventListener('pointerup', onPointerUp, { signal });
  canvas.addEventListener('pointercancel', onPointerUp, { signal });
  canvas.addEventListener('pointerleave', onPointerLeave, { signal });
  canvas.addEventListener('wheel', onWheel, { passive: false, signal });
  return () => listening.abort();
}
