import { type Heading, drawHeading, layoutHeading } from '../../chart/picture-heading.ts';
import type { Picture } from '../sharing/pictures.ts';
import { readTokens } from '../theme/canvas-tokens.ts';
import { createMeasureText } from '../timeline/measure-text.ts';

/** The picture below a heading that says what it shows, for where no page stands around it. */
export function titledPicture(picture: Picture, heading: Heading): Picture {
  const { width } = picture;
  // The page has been shown in these fonts: they are there.
  const placed = layoutHeading(
    heading,
    width,
    readTokens(document.documentElement),
    createMeasureText(() => {}),
  );
  return {
    width,
    height: placed.height + picture.height,
    draw(ctx, pens) {
      drawHeading(ctx, placed, pens.tokens);
      ctx.save();
      ctx.translate(0, placed.height);
      picture.draw(ctx, pens);
      ctx.restore();
    },
  };
}
