import { useEffect, useState } from 'preact/hooks'
import type { Ask, SetFile } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import { CopyButton } from '../parts/copy-button'
import { TextField } from '../parts/field'
import { Progress, Trouble } from '../parts/progress'
import { recall, remember } from '../parts/remembered'

const text = messages.share

export function Export({ ask }: { ask: Ask }) {
  const exporting = useAct(ask, 'exportSet')
  const [name, setName] = useState(recall('set') || text.nameUsual)

  function prepare() {
    if (exporting.waiting) return
    remember('set', name.trim())
    void exporting.act({ name: name.trim() || text.nameUsual })
  }

  return (
    <section class="group">
      <h2>{text.export}</h2>
      <TextField label={text.name} value={name} onInput={setName} hint={text.nameHint} />
      <div class="buttons">
        <button class="first" type="button" aria-disabled={exporting.waiting} onClick={prepare}>
          {text.prepare}
        </button>
      </div>
      <Progress what={text.preparing} waiting={exporting.waiting} onAgain={prepare} />
      <Trouble trouble={exporting.trouble} />
      {exporting.answer && !exporting.waiting && !exporting.trouble && <Prepared file={exporting.answer} />}
    </section>
  )
}

/** Some panes deny downloads without a word, so the text can always be copied too. */
function Prepared({ file }: { file: SetFile }) {
  const address = useBlobAddress(file.text)
  return (
    <div class="box prepared">
      <p class="quiet">
        {file.hash === '' ? (
          text.noSeal
        ) : (
          <>
            {text.seal} <code>{file.hash.slice(0, 16)}</code>
          </>
        )}
      </p>
      {address && (
        <a class="second as-button" href={address} download={file.fileName}>
          {text.download(file.fileName)}
        </a>
      )}
      <CopyButton label={text.copyFile} text={file.text} caption={text.fileText} code />
      <CopyButton label={text.copyWords} text={file.words} caption={text.words} />
    </div>
  )
}

function useBlobAddress(content: string): string {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return address
}
