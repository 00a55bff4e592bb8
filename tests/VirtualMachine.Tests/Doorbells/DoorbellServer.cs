using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using TopHalf.Samples.Ivshmem;

namespace TopHalf.VirtualMachine.Tests.Doorbells;

/// <summary>
/// What QEMU's ivshmem-doorbell is connected to: a server that hands out the shared memory and the doorbells, and the peer that rings them.
/// For one machine. The protocol is that of QEMU's docs/specs/ivshmem-spec.
/// </summary>
/// <remarks>The socket has a name and no file (an abstract one), so nothing is left whoever dies.</remarks>
public sealed unsafe class DoorbellServer : IPeerSide, IDisposable
{
    /// <summary>The machine's number; the peer's is 0.</summary>
    public const uint Machine = 1;

    private const long ProtocolVersion = 0;
    private const long MemoryFollows = -1;
    private const int MemoryLength = 0x1_0000;

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly SafeFileHandle _memory = HostLibc.CreateMemory("doorbells", MemoryLength);
    private readonly byte* _words;
    private readonly SafeFileHandle[] _ours = CreateEventFds();
    private readonly SafeFileHandle[] _machines = CreateEventFds();
    private readonly SafeFileHandle _stopped = HostLibc.CreateEventFd();
    private readonly CancellationTokenSource _stop = new();
    private readonly Peer _peer;
    private readonly Thread _thread;
    private Exception? _failure;

    /// <summary>Listens from now on.</summary>
    public DoorbellServer()
    {
        _words = HostLibc.Map(_memory, MemoryLength);
        _peer = new Peer(this, seed: Environment.ProcessId);
        _peer.LayOut();
        _listener.Bind(new UnixDomainSocketEndPoint("\0" + Name));
        _listener.Listen();
        _thread = new Thread(Serve) { IsBackground = true, Name = "doorbells" };
        _thread.Start();
    }

    /// <summary>The socket's name, without the zero that stands before it.</summary>
    public string Name { get; } = $"tophalf-doorbells-{Guid.NewGuid():N}";

    /// <inheritdoc/>
    public uint Position => 0;

    /// <summary>What ended the server before its time; null for nothing.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <inheritdoc/>
    public uint Read(uint word) => Volatile.Read(ref *(uint*)(_words + word));

    /// <inheritdoc/>
    public void Write(uint word, uint value) => Volatile.Write(ref *(uint*)(_words + word), value);

    /// <inheritdoc/>
    public void Ring(uint position, int vector)
    {
        if (position == Machine)
        {
            HostLibc.Signal(_machines[vector]);
        }
    }

    /// <inheritdoc/>
    public long TakeRings(int vector) => HostLibc.Take(_ours[vector]);

    /// <summary>Hangs up.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        HostLibc.Signal(_stopped);
        _thread.Join();
        _listener.Dispose();
        HostLibc.Unmap(_words, MemoryLength);
        foreach (SafeFileHandle descriptor in (SafeFileHandle[])[_memory, _stopped, .. _ours, .. _machines])
        {
            descriptor.Dispose();
        }

        _stop.Dispose();
    }

    private void Serve()
    {
        try
        {
            HostLibc.WaitForAny([Number(_stopped), (int)_listener.Handle]);
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            using Socket machine = _listener.Accept();
            Introduce(machine);
            while (!_stop.IsCancellationRequested)
            {
                HostLibc.WaitForAny([Number(_stopped), .. _ours.Select(Number)]);
                _peer.Work(_stop.Token);
            }
        }
#pragma warning disable CA1031 // Whatever it is, the host's test says it, and is not ended by it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Volatile.Write(ref _failure, e);
        }
    }

    // Version, the machine's own number, the memory; then a message for each doorbell: the peer's, and at last the machine's own.
    private void Introduce(Socket machine)
    {
        HostLibc.Send(machine.SafeHandle, ProtocolVersion, null);
        HostLibc.Send(machine.SafeHandle, Machine, null);
        HostLibc.Send(machine.SafeHandle, MemoryFollows, _memory);
        foreach (SafeFileHandle eventFd in _ours)
        {
            HostLibc.Send(machine.SafeHandle, Position, eventFd);
        }

        foreach (SafeFileHandle eventFd in _machines)
        {
            HostLibc.Send(machine.SafeHandle, Machine, eventFd);
        }
    }

    // They live as long as the thread that asks.
    private static int Number(SafeFileHandle descriptor) => (int)descriptor.DangerousGetHandle();

    private static SafeFileHandle[] CreateEventFds() => [.. Enumerable.Range(0, SharedLayout.Vectors).Select(static _ => HostLibc.CreateEventFd())];
}
