import type { Ask } from '../../src/setup/ask';

/** A person at this terminal. The library is loaded here alone: nothing that runs on a server needs it. */
export async function askHere(): Promise<Ask> {
  const prompts = await import('@inquirer/prompts');
  const validate = (check: (answer: string) => string | undefined) => (answer: string) => check(answer) ?? true;
  return {
    say: (text) => {
      console.log(text);
    },
    text: ({ message, present, check }) =>
      prompts.input({ message, validate: validate(check), ...(present === undefined ? {} : { default: present }) }),
    secret: ({ message, check }) => prompts.password({ message, mask: '*', validate: validate(check) }),
    choose: ({ message, choices, present }) =>
      prompts.select({ message, choices: [...choices], ...(present === undefined ? {} : { default: present }) }),
    confirm: ({ message, present }) => prompts.confirm({ message, default: present }),
  };
}
