using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>One descriptor that is ready.</summary>
/// <param name="Data">The number that it was added with.</param>
internal readonly record struct EpollEvent(uint Data);

/// <summary>A wait for any of several eventfds, or other files (epoll(7), level-triggered: one that is not read is reported again).</summary>
/// <remarks>Any thread may add and wait; neither allocates. A disposal does not end a wait: signal one of the eventfds.</remarks>
internal sealed unsafe class Epoll : OwnedDescriptor
{
    // struct epoll_event is packed on x86-64 alone, where it must look to 64-bit programs as it does to 32-bit ones.
    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture == Architecture.X64;
    private const int LargestEvent = 16;

    // More than that is left for the next wait.
    private const int LargestBatch = 32;

    private Epoll(int fd)
        : base(fd)
    {
    }

    /// <summary>Bytes of a struct epoll_event here.</summary>
    internal static int EventLength => IsPacked ? 12 : LargestEvent;

    /// <summary>Where its data begins.</summary>
    internal static int DataOffset => IsPacked ? 4 : 8;

    /// <param name="device">The device that it is for, to be named in an error.</param>
    /// <exception cref="PciDeviceException">The process or the system has no descriptor left.</exception>
    public static Epoll Create(string device = "")
    {
        int fd = SystemCall.EpollCreate(LinuxConstants.EpollCloseOnExec);
        return fd >= 0 ? new Epoll(fd) : throw DescriptorErrors.NotOpened(device, "epoll_create1", -fd);
    }

    /// <summary>Waits for <paramref name="file"/> too, from now until it is closed.</summary>
    /// <param name="file">Added once.</param>
    /// <param name="data">What <see cref="Wait"/> reports for it.</param>
    public void Add(OwnedDescriptor file, uint data)
    {
        Span<byte> buffer = stackalloc byte[LargestEvent];
        buffer.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, LinuxConstants.EpollIn);
        BinaryPrimitives.WriteUInt64LittleEndian(buffer[DataOffset..], data);
        bool held = false;
        bool fileHeld = false;
        try
        {
            DangerousAddRef(ref held);
            file.DangerousAddRef(ref fileHeld);
            fixed (byte* item = buffer)
            {
                int result = SystemCall.EpollControl(Number, LinuxConstants.EpollControlAdd, file.Number, item);
                if (result < 0)
                {
                    throw DescriptorErrors.Failed("epoll_ctl", -result);
                }
            }
        }
        finally
        {
            if (fileHeld)
            {
                file.DangerousRelease();
            }

            if (held)
            {
                DangerousRelease();
            }
        }
    }

    /// <summary>Waits until at least one eventfd is signalled.</summary>
    /// <param name="ready">Receives the events; not empty.</param>
    /// <param name="sleep">False to look only, which may find none.</param>
    /// <returns>How many of <paramref name="ready"/> were filled.</returns>
    public int Wait(Span<EpollEvent> ready, bool sleep = true)
    {
        byte* buffer = stackalloc byte[LargestEvent * LargestBatch];
        int count = WaitFor(buffer, Math.Min(ready.Length, LargestBatch), sleep ? -1 : 0);
        for (int i = 0; i < count; i++)
        {
            var data = new ReadOnlySpan<byte>(buffer + (i * EventLength) + DataOffset, sizeof(ulong));
            ready[i] = new EpollEvent((uint)BinaryPrimitives.ReadUInt64LittleEndian(data));
        }

        return count;
    }

    private int WaitFor(byte* buffer, int maximum, int timeout)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            int count = SystemCall.EpollWait(Number, buffer, maximum, timeout);
            return count >= 0 ? count : throw DescriptorErrors.Failed("epoll_wait", -count);
        }
        finally
        {
            if (held)
            {
                DangerousRelease();
            }
        }
    }
}
