// A moment is told in the reader's own zone; its title keeps it in UTC. A day stays a day.
"use strict";

{
  const told = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit",
    hourCycle: "h23", timeZoneName: "short",
  });

  for (const time of document.querySelectorAll("time[title]")) {
    const moment = new Date(time.dateTime);
    if (Number.isNaN(moment.getTime())) continue;
    const part = Object.fromEntries(told.formatToParts(moment).map(({ type, value }) => [type, value]));
    time.textContent = `${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute} ${part.timeZoneName}`;
  }
}
