using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TopHalf.VirtualMachine.Tests.Doorbells;

/// <summary>Calls of the host's C library that .NET has no other way to: shared memory, eventfds, and messages that carry descriptors.</summary>
internal static unsafe partial class HostLibc
{
    private const int CloseOnExec = 0x80000; // EFD_CLOEXEC
    private const int NonBlocking = 0x800; // EFD_NONBLOCK
    private const uint MemoryCloseOnExec = 1; // MFD_CLOEXEC
    private const int ReadAndWrite = 3; // PROT_READ | PROT_WRITE
    private const int Shared = 1; // MAP_SHARED
    private const short Readable = 1; // POLLIN
    private const int TryAgain = 11; // EAGAIN
    private const int Interrupted = 4; // EINTR
    private const int SocketLevel = 1; // SOL_SOCKET
    private const int Rights = 1; // SCM_RIGHTS

    /// <summary>Memory that is no file of any folder.</summary>
    public static SafeFileHandle CreateMemory(string name, long length)
    {
        SafeFileHandle memory = Owned(MemfdCreate(name, MemoryCloseOnExec), "memfd_create");
        _ = Checked(Ftruncate(memory, length), "ftruncate");
        return memory;
    }

    /// <summary>A counter of signals whose read does not wait.</summary>
    public static SafeFileHandle CreateEventFd() => Owned(EventFd(0, CloseOnExec | NonBlocking), "eventfd");

    /// <summary>Maps memory for reading and writing, shared with all who map it.</summary>
    public static byte* Map(SafeFileHandle memory, nuint length)
    {
        nint address = Mmap(0, length, ReadAndWrite, Shared, memory, 0);
        return address != -1 ? (byte*)address : throw new Win32Exception(Marshal.GetLastPInvokeError(), "mmap");
    }

    public static void Unmap(byte* address, nuint length) => _ = Munmap((nint)address, length);

    /// <summary>Adds one to an eventfd.</summary>
    public static void Signal(SafeFileHandle eventFd)
    {
        ulong one = 1;
        _ = Checked((int)Write(eventFd, &one, sizeof(ulong)), "write of an eventfd");
    }

    /// <summary>Takes what an eventfd has counted; 0 for nothing.</summary>
    public static long Take(SafeFileHandle eventFd)
    {
        ulong count = 0;
        return Read(eventFd, &count, sizeof(ulong)) == sizeof(ulong) ? (long)count
            : Marshal.GetLastPInvokeError() is TryAgain or Interrupted ? 0
            : throw new Win32Exception(Marshal.GetLastPInvokeError(), "read of an eventfd");
    }

    /// <summary>Waits until one of the descriptors can be read.</summary>
    public static void WaitForAny(IEnumerable<int> descriptors)
    {
        PollFd[] polled = [.. descriptors.Select(static fd => new PollFd { Fd = fd, Events = Readable })];
        if (Poll(polled, (nuint)polled.Length, -1) < 0 && Marshal.GetLastPInvokeError() != Interrupted)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "poll");
        }
    }

    /// <summary>Sends a number of 64 bits, and a descriptor with it unless that is null.</summary>
    public static void Send(SafeHandle socket, long number, SafeFileHandle? descriptor)
    {
        var control = new ControlMessage { Length = 20, Level = SocketLevel, Type = Rights };
        var data = new IoVector { Base = &number, Length = sizeof(long) };
        var message = new MessageHeader { Data = &data, DataCount = 1 };
        bool held = false;
        try
        {
            if (descriptor is not null)
            {
                descriptor.DangerousAddRef(ref held);
                control.Descriptor = (int)descriptor.DangerousGetHandle();
                message.Control = &control;
                message.ControlLength = (nuint)sizeof(ControlMessage);
            }

            int sent = Checked((int)SendMessage(socket, &message, 0), "sendmsg");
            Assert.Equal(sizeof(long), sent);
        }
        finally
        {
            if (held)
            {
                descriptor!.DangerousRelease();
            }
        }
    }

    /// <summary>Receives what <see cref="Send"/> sends.</summary>
    public static (long Number, SafeFileHandle? Descriptor) Receive(SafeHandle socket)
    {
        long number = 0;
        ControlMessage control = default;
        var data = new IoVector { Base = &number, Length = sizeof(long) };
        var message = new MessageHeader { Data = &data, DataCount = 1, Control = &control, ControlLength = (nuint)sizeof(ControlMessage) };
        int received = Checked((int)ReceiveMessage(socket, &message, CloseReceivedOnExec), "recvmsg");
        Assert.Equal(sizeof(long), received);
        return (number, message.ControlLength != 0 ? new SafeFileHandle(control.Descriptor, ownsHandle: true) : null);
    }

    private const int CloseReceivedOnExec = 0x4000_0000; // MSG_CMSG_CLOEXEC

    private static SafeFileHandle Owned(int descriptor, string call) => new(Checked(descriptor, call), ownsHandle: true);

    private static int Checked(int result, string call) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), call);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollFd
    {
        public int Fd;
        public short Events;
        public short Returned;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct IoVector
    {
        public void* Base;
        public nuint Length;
    }

    // struct msghdr of 64-bit Linux.
    [StructLayout(LayoutKind.Sequential)]
    private struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Data;
        public nuint DataCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    // struct cmsghdr with one descriptor: 20 bytes, and 4 up to the next place for one.
    [StructLayout(LayoutKind.Sequential, Size = 24)]
    private struct ControlMessage
    {
        public nuint Length;
        public int Level;
        public int Type;
        public int Descriptor;
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemfdCreate(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    private static partial int Ftruncate(SafeFileHandle file, long length);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventFd(uint count, int flags);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Mmap(nint address, nuint length, int protection, int flags, SafeFileHandle file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Munmap(nint address, nuint length);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(SafeFileHandle file, void* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(SafeFileHandle file, void* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll([In] PollFd[] descriptors, nuint count, int timeout);

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(SafeHandle socket, MessageHeader* message, int flags);

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(SafeHandle socket, MessageHeader* message, int flags);
}
