import { Download, FilePlus2, FolderOpen } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { options as texts } from '#texts/options.ts';
import type { RecentDocument } from '../../store/app.ts';
import type { Example } from '../../workloads/examples/example.ts';
import { useApp } from '../common/app-context.tsx';
import controls from '../common/controls.module.css';
import { notifyNotFetched } from '../common/notify-not-fetched.ts';
import { useOpenFile } from '../common/use-open-file.ts';
import { ScenarioButton } from './ScenarioButton.tsx';

/** Which document is open, and the ways to another. */
export function ScenarioMenu({ defaultOpen }: { defaultOpen: boolean }) {
  const app = useApp();
  const openFile = useOpenFile();
  const [examples, setExamples] = useState<readonly Example[]>([]);
  const [recent, setRecent] = useState<readonly RecentDocument[]>([]);

  const [open, setOpen] = useState(defaultOpen);
  useEffect(() => {
    if (!open) return;
    app.examples().then(setExamples, (error: unknown) => notifyNotFetched(app, error));
    void app.recent().then(setRecent);
  }, [app, open]);

  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>
        <ScenarioButton />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls.menu} align="start" sideOffset={6} collisionPadding={8}>
          <Item onSelect={app.openNew} icon={<FilePlus2 size={15} />} title={texts.newBlock} />
          <Item
            onSelect={openFile}
            icon={<FolderOpen size={15} />}
            title={texts.openFile}
            note={texts.aScenarioFileOrA}
          />
          <Item onSelect={() => void app.saveFile()} icon={<Download size={15} />} title={texts.saveAsFileItem} />
          <DropdownMenu.Separator className={controls.separator} />
          {recent.length > 0 && <DropdownMenu.Label className={controls.menuLabel}>{texts.recent}</DropdownMenu.Label>}
          {recent.map((entry) => (
            <Item
              key={entry.key}
              onSelect={() => void app.openRecent(entry.key)}
              title={entry.title}
              note={texts.transactions(
                entry.transactions.toLocaleString('en'),
                new Date(entry.savedAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' }),
              )}
            />
          ))}
          {recent.length > 0 && <DropdownMenu.Separator className={controls.separator} />}
          <DropdownMenu.Label className={controls.menuLabel}>{texts.examples}</DropdownMenu.Label>
          {examples.map(({ id, title, note, scenario }) => (
            <Item key={id} onSelect={() => app.open(scenario())} title={title} note={note} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item(props: { onSelect: () => void; title: string; note?: string; icon?: ReactNode }) {
  return (
    <DropdownMenu.Item className={controls.item} onSelect={props.onSelect} textValue={props.title}>
      {props.icon}
      <span>
        <span className={controls.itemTitle}>{props.title}</span>
        {props.note && <span className={controls.itemNote}>{props.note}</span>}
      </span>
    </DropdownMenu.Item>
  );
}
