/** How a member looks to others and likes to read. */
import type { AccountService } from "#app/context/accounts.ts";
import { addressKey } from "#app/domain/member/address.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { areSettings } from "#app/domain/member/settings.ts";
import { Problem } from "#app/domain/problem.ts";
import { isZone } from "#app/domain/time/zoned.ts";
import { accountsWords } from "#app/words/accounts.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { nameSentence, requireFields } from "./accounts-fields.ts";

/** Longest pronouns, code points. */
const MAX_PRONOUNS = 40;

type ProfileVerbs = Pick<AccountService, "editProfile" | "saveSettings" | "setPicture" | "picture">;

export function makeProfile({
  transact,
  isLeftName,
  pictures,
}: Pick<AccountDependencies, "transact" | "isLeftName" | "pictures">): ProfileVerbs {
  return {
    async editProfile(viewer, input) {
      const name = tidyName(input.name);
      const pronouns = tidyName(input.pronouns);
      const { timeZone, hue } = input;
      const isLeft = await isLeftName(name, addressKey(viewer.email));
      requireFields({
        // Somebody whose name was reserved later keeps it until they change it.
        name: name === viewer.name ? null : nameSentence(name, isLeft),
        pronouns: [...pronouns].length > MAX_PRONOUNS ? accountsWords.pronounsLong : null,
        timeZone: isZone(timeZone) ? null : accountsWords.timeZoneUnknown,
        hue: [1, 2, 3, 4, 5].includes(hue) ? null : accountsWords.hueUnknown,
      });
      await transact((store) => store.members.update(viewer.id, { name, pronouns, timeZone, hue }));
    },

    async saveSettings(viewer, settings) {
      if (!areSettings(settings)) throw new Problem("invalid", accountsWords.settingUnknown);
      await transact(async (store) => {
        const member = await store.members.byId(viewer.id);
        await store.members.update(viewer.id, { settings: { ...member?.settings, ...settings } });
      });
    },

    async setPicture(viewer, bytes) {
      const picture = bytes === null ? null : await pictures.keep(bytes);
      const commit = transact(async (store) => {
        const member = await store.members.byId(viewer.id);
        await store.members.update(viewer.id, { picture });
        return member?.picture ?? null;
      });
      const previous = await commit.catch(async (error: unknown) => {
        if (picture !== null) await pictures.discard(picture);
        throw error;
      });
      // After the commit: until then the old name may still be on a page.
      if (previous !== null) await pictures.discard(previous);
    },

    picture: (name) => pictures.read(name),
  };
}
