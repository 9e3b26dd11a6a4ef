const ROLE_ID = '7f0c6a52-3d7e-4b8e-9b63-1d4a5c0e7a11';

/** The files of an unmanaged solution that holds one security role, by their names in its zip. */
export function solutionParts(privileges: readonly string[]): Readonly<Record<string, string>> {
  const rows = privileges.map((name) => `          <RolePrivilege name="${name}" level="Global" />`).join('\n');
  return {
    '[Content_Types].xml': `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /></Types>
`,
    'solution.xml': `<ImportExportXml version="9.2.0.0" languagecode="1033">
  <SolutionManifest>
    <UniqueName>HandshakeRole</UniqueName>
    <LocalizedNames><LocalizedName description="Handshake role" languagecode="1033" /></LocalizedNames>
    <Descriptions />
    <Version>1.0.0.0</Version>
    <Managed>0</Managed>
    <Publisher>
      <UniqueName>handshake</UniqueName>
      <LocalizedNames><LocalizedName description="Handshake" languagecode="1033" /></LocalizedNames>
      <Descriptions />
      <CustomizationPrefix>hsk</CustomizationPrefix>
      <CustomizationOptionValuePrefix>47110</CustomizationOptionValuePrefix>
      <Addresses />
    </Publisher>
    <RootComponents><RootComponent type="20" id="{${ROLE_ID}}" behavior="0" /></RootComponents>
    <MissingDependencies />
  </SolutionManifest>
</ImportExportXml>
`,
    'customizations.xml': `<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Entities />
  <Roles>
    <Role id="{${ROLE_ID}}" name="Handshake">
      <RolePrivileges>
${rows}
      </RolePrivileges>
    </Role>
  </Roles>
  <Workflows />
  <FieldSecurityProfiles />
  <Templates />
  <EntityMaps />
  <EntityRelationships />
  <OrganizationSettings />
  <optionsets />
  <Languages><Language>1033</Language></Languages>
</ImportExportXml>
`,
  };
}
