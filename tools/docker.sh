#!/usr/bin/env bash
# Prepares Docker for the functions of LocalStack and `sam local` on a Linux machine without a container registry: it starts the
# Docker daemon if none responds, and creates the image of Lambda's runtime provided.al2023 if it cannot be pulled. The functions
# are static binaries, so the created image needs only a shell and certificates. It requires root, and Debian's packages docker.io,
# iptables, busybox-static and ca-certificates.
#
#   tools/docker.sh        prints nothing if Docker is ready; the daemon that it starts writes to /var/log/dockerd.log
#   tools/docker.sh stop   stops the daemon that it started, and waits until the daemon has ended
#
# While the daemon that it started runs, new network interfaces of this machine get no IPv6 address.
set -euo pipefail
pid=/run/mesa-dockerd.pid
unset DOCKER_HOST # the containers connect to the bridge of this machine's daemon (tools/stack removes the variable too)
ipv6=net.ipv6.conf.default.disable_ipv6
saved_ipv6=/run/mesa-disable-ipv6

running() { [ -f $pid ] && ps -o command= -p "$(cat $pid)" 2>/dev/null | grep -q dockerd; }

if [ "${1:-}" = stop ]; then
  if running; then
    kill "$(cat $pid)" || true
    for _ in $(seq 150); do
      running || break
      sleep 0.1
    done
  fi
  rm -f $pid
  [ ! -f $saved_ipv6 ] || sysctl -q -w "$ipv6=$(cat $saved_ipv6)" 2>/dev/null || true
  rm -f $saved_ipv6
  exit
fi

if ! docker version >/dev/null 2>&1; then
  # Each container adds a network interface. If the interface gets an IPv6 address of its own, Chromium aborts the requests of all
  # pages, with ERR_NETWORK_CHANGED.
  [ -f $saved_ipv6 ] || sysctl -n $ipv6 >$saved_ipv6 2>/dev/null || rm -f $saved_ipv6
  sysctl -q -w $ipv6=1 2>/dev/null || true
  # A killed daemon leaves its files with process ids. If an id is in use again, the next daemon would not start.
  rm -f $pid
  pgrep -x containerd >/dev/null || rm -f /run/docker/containerd/containerd.pid
  # The containers connect only to this machine, so the daemon does not need the firewall, which a container may not have.
  setsid dockerd --pidfile $pid --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false \
    </dev/null >/var/log/dockerd.log 2>&1 &
  for _ in $(seq 300); do
    ! docker version >/dev/null 2>&1 || break
    kill -0 $! 2>/dev/null || break
    sleep 0.1
  done
  docker version >/dev/null 2>&1 || { tail /var/log/dockerd.log >&2; exit 1; }
fi

# LocalStack uses the first name, and `sam local` the second.
case $(uname -m) in
  aarch64 | arm64) architecture=arm64 ;;
  *) architecture=x86_64 ;;
esac
base=public.ecr.aws/lambda/provided:al2023
if ! docker image inspect $base $base-$architecture >/dev/null 2>&1; then
  if ! timeout 60 docker pull -q $base >/dev/null 2>&1; then
    root=$(mktemp -d)
    trap 'rm -rf "$root"' EXIT
    mkdir -p "$root"/{bin,var/task,var/runtime,opt,tmp,etc/ssl/certs,proc,sys,dev}
    chmod 1777 "$root/tmp"
    cp /bin/busybox "$root/bin/"
    for name in sh mv cp rm chmod ls cat env mkdir; do ln -s busybox "$root/bin/$name"; done
    echo 'root:x:0:0:root:/root:/bin/sh' >"$root/etc/passwd"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    tar -C "$root" -cf - . | docker import --change 'WORKDIR /var/task' - $base >/dev/null
  fi
  docker tag $base $base-$architecture
fi
