import { useCallback, useEffect, useState } from 'react';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { useTalk } from './talk-queries.js';

const mostBytes = 10 * 1024 * 1024;

/**
 * Takes files for an incident: chosen, dropped anywhere on the page, or a picture pasted outside of a field.
 * @returns how to add some, whether some are on their way, and whether files hang over the page
 */
export function useFiles(workspace: string, key: string, may: boolean) {
  const { addFile } = useTalk(workspace, key);
  const [hovering, setHovering] = useState(false);
  const { mutateAsync } = addFile;
  const add = useCallback(
    async (files: readonly File[]): Promise<void> => {
      for (const file of files)
        try {
          if (file.size > mostBytes)
            throw new Error(`${file.name} is larger than 10 MB. Add a link to it instead.`);
          await mutateAsync(file);
          toast(`Added ${file.name}.`);
        } catch (error) {
          toastFailure(error);
        }
    },
    [mutateAsync],
  );
  useEffect(() => {
    if (!may) return;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      setHovering(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      void add([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void add(files);
    };
    const ends = new AbortController();
    const { signal } = ends;
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('paste', paste, { signal });
    return () => ends.abort();
  }, [may, add]);
  return { add, pending: addFile.isPending, hovering };
}
