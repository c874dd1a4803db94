import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { timeWords } from "#app/words/time.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `zone` is an IANA time zone, `now` the time at which the server rendered, so that the first paint of both agrees. */
export type TimeSetting = { readonly zone: string; readonly now: number };

const TimeContext = createContext<TimeSetting>({ zone: "UTC", now: 0 });

/** Gives the viewer's zone and a clock that moves on every minute to everything inside. */
export function TimeProvider({ zone, now, children }: TimeSetting & { readonly children: ReactNode }) {
  const [current, setCurrent] = useState(now);
  useEffect(() => {
    setCurrent(Date.now());
    const timer = setInterval(() => setCurrent(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return <TimeContext.Provider value={{ zone, now: current }}>{children}</TimeContext.Provider>;
}

/** The time in milliseconds, right to the minute, and the same for server and browser at first paint. */
export function useNow(): number {
  return useContext(TimeContext).now;
}

/** `ago` is short and relative, `date` a day, `moment` day and time. */
export type TimeForm = "ago" | "date" | "moment";

/** A point in time in the viewer's zone; the full moment is its tooltip. `at` is in milliseconds. */
export function Time({ at, form = "ago" }: { readonly at: number; readonly form?: TimeForm }) {
  const setting = useContext(TimeContext);
  return (
    <time dateTime={new Date(at).toISOString()} title={sayTime(at, "moment", setting)}>
      {sayTime(at, form, setting)}
    </time>
  );
}

/** Says points in time inside a sentence, in the viewer's zone. */
export function useSayTime(): (at: number, form: TimeForm) => string {
  const setting = useContext(TimeContext);
  return (at, form) => sayTime(at, form, setting);
}

/** The words for a point in time, for places where an element cannot stand. */
export function sayTime(at: number, form: TimeForm, { zone, now }: TimeSetting): string {
  if (form === "ago") return sayAgo(at, { zone, now });
  const sameYear = yearOf(at, zone) === yearOf(now, zone);
  return format(at, zone, {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
    ...(form === "moment" ? { hour: "2-digit", minute: "2-digit" } : {}),
  });
}

function sayAgo(at: number, setting: TimeSetting): string {
  const passed = setting.now - at;
  if (passed < MINUTE) return timeWords.now;
  if (passed < HOUR) return timeWords.minutes(Math.floor(passed / MINUTE));
  if (passed < DAY) return timeWords.hours(Math.floor(passed / HOUR));
  if (passed < 2 * DAY) return timeWords.yesterday;
  if (passed < 7 * DAY) return timeWords.days(Math.floor(passed / DAY));
  return sayTime(at, "date", setting);
}

function yearOf(at: number, zone: string): string {
  return format(at, zone, { year: "numeric" });
}

function format(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${timeWords.locale} ${zone} ${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(timeWords.locale, { ...options, timeZone: zone });
  formatters.set(key, formatter);
  return formatter.format(at);
}

/** Making one takes 50 µs, and a margin of cards says three times each. A viewer has one zone and one language, so there are a handful. */
const formatters = new Map<string, Intl.DateTimeFormat>();
