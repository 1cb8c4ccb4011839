// An unrelated client, by which the stand-in for Discord is itself checked. Prints one JSON a line.
import { Client, Events, GatewayIntentBits, MessageFlags, Options } from "discord.js";

const tell = (what, more = {}) => console.log(JSON.stringify({ what, ...more }));
const { Guilds, GuildMessages, DirectMessages, GuildMessageReactions } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages, GuildMessageReactions],
  rest: { api: process.env.API, version: "10" },
  makeCache: Options.cacheWithLimits({}),
});

client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set([{ name: "ping", description: "Answers" }]);
  tell("ready", { user: ready.user.username, guilds: ready.guilds.cache.size });
});
client.on(Events.ShardResume, () => tell("resumed"));
client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  tell("heard", { content: message.content });
  const answer = await message.reply("first words");
  await answer.edit("first words and more");
  await answer.react("🔧");
  tell("answered", { id: answer.id });
});
client.on(Events.MessageReactionAdd, (reaction, user) => {
  if (!user.bot) tell("reacted", { emoji: reaction.emoji.name });
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.editReply("for you alone");
  await interaction.followUp({ content: "and this", flags: MessageFlags.Ephemeral });
  tell("commanded", { by: interaction.user.username });
});
client.on(Events.Error, (error) => tell("error", { message: error.message }));
await client.login(process.env.TOKEN);
