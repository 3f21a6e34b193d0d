import type { Answers } from './answers.ts';
import type { Draft } from './draft.ts';
import { drawIcon } from './draw-icon.ts';
import { manifestText } from './manifest-text.ts';
import { publishedView } from './published-view.ts';
import { readmeText } from './readme-text.ts';

/** The files of a new connector's folder, by name. `schema`: where editors find that of connector.yaml, from the folder. */
export function folderFiles(draft: Draft, answers: Answers, schema: string): Map<string, Uint8Array> {
  const { document, native, icon, readme, script } = draft;
  const published = publishedView(document.value).document;
  const files = new Map<string, Uint8Array>([
    ['connector.yaml', Buffer.from(manifestText(native, schema))],
    [document.file, Buffer.from(document.text)],
    ['icon.png', icon ?? drawIcon(answers.title, answers.brandColor)],
    ['README.md', Buffer.from(readme ?? readmeText(published, answers))],
  ]);
  if (script !== undefined) files.set('script.csx', Buffer.from(script));
  return files;
}
