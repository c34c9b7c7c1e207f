import { parseAddress } from '../../shared/workbook/area'
import type { Content, Edit } from '../../shared/workbook/steps'
import type { Template } from '../../shared/workbook/template'
import { coreMatrix, sampleTable, serial } from './tables'

const at = (address: string) => parseAddress(address, 'Start') as NonNullable<ReturnType<typeof parseAddress>>

const write = (address: string, cells: readonly (readonly Content[])[]): Edit => ({
  ...{ do: 'write', area: at(address), cells },
})

const leads = coreMatrix(sampleTable('leads')) as readonly (readonly Content[])[]

/** A page with one number, a day, and a sample: as little as a template can be made of. */
export const smallTemplate: Template = {
  ...{ name: 'small', title: 'Net leads', forWhom: 'Whoever tests it', shows: 'The net leads of a quarter.' },
  ...{ sheets: ['Start', 'Board'], samples: ['LEADS'] },
  edits: ({ names }) => [
    { do: 'add sheet', sheet: 'Start' },
    write('A1:B1', [['As of', names.AS_OF ? { formula: '=AS_OF' } : serial('2026-06-30')]]),
    ...(names.AS_OF ? [] : [{ do: 'name', name: 'AS_OF', area: at('B1') } as const]),
    ...(names.LEADS ? [] : sampleEdits),
    { do: 'add sheet', sheet: 'Board' },
    write('Board!A1:B3', [
      ['Net leads', { formula: '=NET_LEADS_ISSUED(LEADS,DATE(2026,1,1),DATE(2026,3,31),"",AS_OF)' }],
      ['Called', { formula: '="ROI(1)"&ROUND(1.5,0)' }],
      ['Status', 'open'],
    ]),
    { do: 'look', area: at('Board!B1'), look: { weight: 'figure', fill: 'tile', align: 'centre' } },
    { do: 'widths', sheet: 'Board', letters: [20, 14] },
    {
      do: 'dress',
      sheet: 'Board',
      dress: {
        ...{ gridlines: false, frozen: { rows: 1, columns: 0 } },
        charts: [
          {
            ...{ kind: 'column', title: 'Net leads', over: at('Board!D1:H12'), labels: at('Board!A1') },
            series: [{ name: 'Net leads', values: at('Board!B1'), colour: '1F4E5F' }],
          },
        ],
        conditions: [{ area: at('Board!B3'), when: '$B3="done"', look: 'good' }],
        choices: [{ area: at('Board!B3'), from: ['open', 'done'], strict: true }],
        guarded: [at('Board!A1:B2')],
      },
    },
  ],
}

const sampleArea = {
  sheet: 'Leads',
  top: 0,
  left: 0,
  bottom: leads.length - 1,
  right: (leads[0]?.length ?? 1) - 1,
}

const sampleEdits: readonly Edit[] = [
  { do: 'add sheet', sheet: 'Leads' },
  { do: 'write', area: sampleArea, cells: leads },
  { do: 'name', name: 'LEADS', area: sampleArea },
]
