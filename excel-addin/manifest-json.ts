import type { ExcelFunction } from '../shared/renderings/excel-functions'
import type { AddIn } from './manifest-source'
import { ribbonIconSizes } from './manifest-source'

/** The first version of the schema that takes our functions' descriptions at full length (earlier: 128 characters). */
const schemaVersion = '1.27'

/** The unified manifest of Microsoft 365, in which paths of icons are those inside the app package. */
export function unifiedManifest(addIn: AddIn, functions: readonly ExcelFunction[]) {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    id: addIn.id,
    version: addIn.version,
    name: { short: addIn.name, full: addIn.fullName },
    description: { short: addIn.summary, full: addIn.description },
    developer: {
      name: addIn.provider,
      websiteUrl: addIn.pages.help,
      privacyUrl: addIn.pages.privacy,
      termsOfUseUrl: addIn.pages.terms,
    },
    icons: { color: 'icons/plumbline-192.png', outline: 'icons/outline-32.png' },
    accentColor: addIn.accentColour,
    localizationInfo: { defaultLanguageTag: 'en-us', additionalLanguages: [] },
    authorization: {
      permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] },
    },
    validDomains: [new URL(addIn.pages.base).host],
    extensions: [
      {
        requirements: {
          scopes: ['workbook'],
          capabilities: addIn.requirements.map(({ name, version }) => ({ name, minVersion: version })),
        },
        runtimes: [runtime(addIn, functions)],
        ribbons: [ribbon(addIn)],
        getStartedMessages: [
          {
            requirements: { scopes: ['workbook'], formFactors: ['desktop'] },
            title: addIn.started.title,
            description: addIn.started.tip,
            learnMoreUrl: addIn.pages.help,
          },
        ],
        alternates: [
          {
            alternateIcons: {
              icon: { size: 32, url: addIn.pages.icon(32) },
              highResolutionIcon: { size: 64, url: addIn.pages.icon(64) },
            },
          },
        ],
      },
    ],
  }
}

/** One runtime for functions and task pane, kept alive as long as the workbook is open. */
function runtime({ namespace, pages }: AddIn, functions: readonly ExcelFunction[]) {
  return {
    id: 'plumbline',
    type: 'general',
    code: { page: pages.taskPane, script: pages.functionsScript },
    lifetime: 'long',
    actions: [{ id: 'showTaskPane', type: 'openPage', view: 'plumblinePane' }],
    customFunctions: {
      namespace: { id: namespace, name: namespace },
      metadataUrl: pages.functionsMetadata,
      functions,
    },
  }
}

function ribbon({ name, button, pages }: AddIn) {
  const icons = ribbonIconSizes.map(size => ({ size, url: pages.icon(size) }))
  return {
    contexts: ['default'],
    requirements: { scopes: ['workbook'], formFactors: ['desktop'] },
    tabs: [
      {
        builtInTabId: 'TabHome',
        groups: [
          {
            id: 'plumblineGroup',
            label: name,
            icons,
            controls: [
              {
                id: 'plumblineButton',
                type: 'button',
                label: button.label,
                icons,
                supertip: { title: button.title, description: button.tip },
                actionId: 'showTaskPane',
                enabled: true,
              },
            ],
          },
        ],
      },
    ],
  }
}
