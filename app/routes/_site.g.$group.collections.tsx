import { Outlet } from "@remix-run/react";

export default function Collections() {
  return <Outlet />;
}
