import type { AddIn } from './manifest-source'
import { ribbonIconSizes } from './manifest-source'
import { markup } from './markup'

/**
 * The add-in-only manifest, which every Excel from 2021 on takes. The order of elements is the schema's.
 *
 * The task pane is the page of the functions too: that, and the `Runtime` of the same address, is what makes
 * them share one runtime.
 */
export function addInOnlyManifest(addIn: AddIn): string {
  const { pages } = addIn
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"
  xsi:type="TaskPaneApp">
  <Id>${addIn.id}</Id>
  <Version>${markup(addIn.version)}</Version>
  <ProviderName>${markup(addIn.provider)}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="${markup(addIn.name)}"/>
  <Description DefaultValue="${markup(addIn.description)}"/>
  <IconUrl DefaultValue="${markup(pages.icon(32))}"/>
  <HighResolutionIconUrl DefaultValue="${markup(pages.icon(64))}"/>
  <SupportUrl DefaultValue="${markup(pages.support)}"/>
  <AppDomains>
    <AppDomain>${markup(new URL(pages.base).origin)}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets>
${addIn.requirements.map(({ name, version }) => `      <Set Name="${name}" MinVersion="${version}"/>`).join('\n')}
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${markup(pages.taskPane)}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides"
    xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes>
          <Runtime resid="TaskPane.Url" lifetime="long"/>
        </Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="Functions.Script.Url"/>
            </Script>
            <Page>
              <SourceLocation resid="TaskPane.Url"/>
            </Page>
            <Metadata>
              <SourceLocation resid="Functions.Metadata.Url"/>
            </Metadata>
            <Namespace resid="Functions.Namespace"/>
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <GetStarted>
            <Title resid="Started.Title"/>
            <Description resid="Started.Tip"/>
            <LearnMoreUrl resid="Help.Url"/>
          </GetStarted>
          <FunctionFile resid="TaskPane.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="PlumblineGroup">
                <Label resid="Group.Label"/>
                <Icon>
${ribbonIcons('                  ')}
                </Icon>
                <Control xsi:type="Button" id="PlumblineButton">
                  <Label resid="Button.Label"/>
                  <Supertip>
                    <Title resid="Button.Title"/>
                    <Description resid="Button.Tip"/>
                  </Supertip>
                  <Icon>
${ribbonIcons('                    ')}
                  </Icon>
                  <Action xsi:type="ShowTaskpane">
                    <TaskpaneId>PlumblinePane</TaskpaneId>
                    <SourceLocation resid="TaskPane.Url"/>
                  </Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${resources(
  'Image',
  ribbonIconSizes.map(size => [`Icon.${size}`, pages.icon(size)]),
)}
      </bt:Images>
      <bt:Urls>
${resources('Url', [
  ['TaskPane.Url', pages.taskPane],
  ['Functions.Script.Url', pages.functionsScript],
  ['Functions.Metadata.Url', pages.functionsMetadata],
  ['Help.Url', pages.help],
])}
      </bt:Urls>
      <bt:ShortStrings>
${resources('String', [
  ['Functions.Namespace', addIn.namespace],
  ['Group.Label', addIn.name],
  ['Button.Label', addIn.button.label],
  ['Button.Title', addIn.button.title],
  ['Started.Title', addIn.started.title],
])}
      </bt:ShortStrings>
      <bt:LongStrings>
${resources('String', [
  ['Button.Tip', addIn.button.tip],
  ['Started.Tip', addIn.started.tip],
])}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`
}

function ribbonIcons(indent: string): string {
  return ribbonIconSizes.map(size => `${indent}<bt:Image size="${size}" resid="Icon.${size}"/>`).join('\n')
}

function resources(
  element: 'Image' | 'Url' | 'String',
  entries: readonly (readonly [string, string])[],
): string {
  return entries
    .map(([id, value]) => `        <bt:${element} id="${id}" DefaultValue="${markup(value)}"/>`)
    .join('\n')
}
