/** Drawn with one stroke on a square of 16. */
const paths = {
  setUp:
    'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M8 4.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4 11.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  definitions: 'M3 2.5h7.5a2 2 0 0 1 2 2v9H5a2 2 0 0 1-2-2zM3 11.5a2 2 0 0 1 2-2h7.5M6 5.5h4',
  formulas:
    'M9 3c-2-.8-3 .2-3.3 2L4.600 11.500C4.300 13.300 3.500 14 2 13.300M3.500 7h5M9.500 8l4 5M13.500 8l-4 5',
  why: 'M8 14.300A6.300 6.300 0 1 0 8 1.700a6.300 6.300 0 0 0 0 12.600M6.200 6.300c.2-2.200 3.600-2.200 3.600 0c0 1.200-1.800 1.300-1.800 2.700M8 11.300v.2',
  check:
    'M8 1.800l5 1.700v4c0 3.300-2.200 5.600-5 6.700c-2.800-1.100-5-3.400-5-6.700v-4zM5.600 7.800l1.800 1.800l3-3.400',
  share: 'M8 10V2M5 4.700L8 1.800l3 2.900M3 8v5.500h10V8',
  select: 'M8 1.500v4M8 10.500v4M1.500 8h4M10.500 8h4',
  chevron: 'M4.500 6.500L8 10l3.500-3.500',
  lock: 'M3.500 7.500h9v6h-9zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
