import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { share as texts } from '#texts/share.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { EmbedSection } from './EmbedSection.tsx';
import { FileSection } from './FileSection.tsx';
import { LinkSection } from './LinkSection.tsx';
import { PictureSection } from './PictureSection.tsx';
import { ShareButton } from './ShareButton.tsx';
import styles from './SharePopover.module.css';
import { useShareLink } from './use-share-link.ts';

/** What can be given away of what is on the screen: a link with its code, a file, a piece for an article, pictures. */
export function SharePopover({ defaultOpen }: { readonly defaultOpen: boolean }) {
  const [code, setCode] = useState(false);
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger asChild>
        <ShareButton />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={controls.popover}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={texts.title}
          // What comes first, the link, is there a moment later.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          // Escape puts away one thing at a time.
          onEscapeKeyDown={(event) => {
            if (!code) return;
            event.preventDefault();
            setCode(false);
          }}
        >
          <Sections code={code} onCode={setCode} />
          <Popover.Close asChild>
            <Button look="quiet" icon small aria-label={texts.close} className={styles.close}>
              <X size={14} aria-hidden />
            </Button>
          </Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Sections({ code, onCode }: { readonly code: boolean; readonly onCode: (shown: boolean) => void }) {
  const link = useShareLink();
  return (
    <div className={styles.sections}>
      <LinkSection link={link} code={code} onCode={onCode} />
      {link?.url && <EmbedSection url={link.url} />}
      <PictureSection />
      {link?.url && <FileSection />}
    </div>
  );
}
