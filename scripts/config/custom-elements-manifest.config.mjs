/** Private members are nobody's business outside the class, yet the analyzer lists `#names` as fields. */
function withoutPrivateMembers() {
  const isPublic = ({ name, privacy }) => !name.startsWith("#") && privacy !== "private";
  return {
    name: "without-private-members",
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        }
      }
    },
  };
}

/** Keeps the modules that declare an element; the rest is no part of its interface. */
function onlyElements() {
  return {
    name: "only-elements",
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations, exports }) =>
        [...(declarations ?? []), ...(exports ?? [])].some(
          ({ customElement, kind }) => customElement || kind === "custom-element-definition",
        ),
      );
    },
  };
}

/** Paths are relative to packages/player, where `npm run build` runs the analyzer. */
export default {
  globs: ["src/**/*.ts"],
  exclude: ["src/**/*.test.ts"],
  outdir: ".",
  litelement: true,
  plugins: [withoutPrivateMembers(), onlyElements()],
};
