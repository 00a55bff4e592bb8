using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// The stubs of user_interrupt.s in memory, one receiver's: a page that is read and executed, and behind it the page of its state, which is
/// read and written. Neither is ever both written and executed.
/// </summary>
/// <remarks>
/// <see cref="Wait"/> is for one thread at a time, and must have returned before the disposal; what else there is, any thread may use.
/// </remarks>
internal sealed unsafe class UserInterruptPages : IDisposable
{
    // The assembler's source names the state by its distance.
    private const int CodeSize = 4096;

    // NOP DWORD PTR [RAX+0]: as long as STUI and CLUI.
    private static ReadOnlySpan<byte> Nop => [0x0F, 0x1F, 0x40, 0x00];

    private readonly string _device;
    private readonly MappedMemory _memory;

    /// <summary>Makes them.</summary>
    /// <param name="isSoftware">Whether the waits leave user interrupts closed, since threads set the bits.</param>
    /// <param name="shared">The memory of the state, where it is another's too: at least a page. Null for memory of their own.</param>
    /// <param name="device">What they are for, to be named in an error.</param>
    /// <exception cref="PciDeviceException">This is not x86-64, there is no memory, or none that may be executed.</exception>
    public UserInterruptPages(bool isSoftware, SharedMemory? shared = null, string device = "")
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw UserInterruptErrors.OtherPlatform(device);
        }

        _device = device;
        IsSoftware = isSoftware;
        _memory = new MappedMemory(SystemCall.MapMemory(CodeSize + UserInterruptState.Size), CodeSize + UserInterruptState.Size);
        try
        {
            Check("mmap", -_memory.Errno);
            if (shared is not null)
            {
                Check("mmap", SystemCall.MapOver((nint)State, shared.Number, UserInterruptState.Size));
            }

            Write();
            Check("mprotect", SystemCall.Protect(Code, CodeSize, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionExecute));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The waits leave user interrupts closed.</summary>
    public bool IsSoftware { get; }

    /// <summary>What the stubs work on.</summary>
    public UserInterruptState* State => (UserInterruptState*)(Code + CodeSize);

    /// <summary>What the kernel is to be told of: the user-interrupt handler.</summary>
    public nint Handler => Code + UserInterruptCode.Handler;

    /// <summary>Where the code lies, for who looks at it.</summary>
    internal nint Code => _memory.Address;

    /// <summary>Waits until a bit is set, the state is kicked, or the deadline has come.</summary>
    /// <param name="withUmwait">By UMWAIT, which the processor must have; else by PAUSE.</param>
    /// <param name="deadline">Of the time-stamp counter. An interrupt of the kernel may make it a little later.</param>
    /// <returns>The bits, which are cleared.</returns>
    // Through an unmanaged pointer: the thread is in native code meanwhile, and no collection waits for it.
    public ulong Wait(bool withUmwait, ulong deadline)
    {
        ulong taken = ((delegate* unmanaged[Cdecl]<UserInterruptState*, ulong, ulong>)(Code + (withUmwait ? UserInterruptCode.WaitUmwait : UserInterruptCode.WaitPause)))(
            State, deadline);
        GC.KeepAlive(this);
        return taken;
    }

    /// <summary>SENDUIPI, by an entry of the calling thread's table of targets.</summary>
    /// <remarks>Without one, or beyond it, the kernel ends the process: the caller has been given the index by the kernel, on this thread.</remarks>
    public void Send(ulong index)
    {
        ((delegate* unmanaged[Cdecl, SuppressGCTransition]<ulong, void>)(Code + UserInterruptCode.Send))(index);
        GC.KeepAlive(this);
    }

    /// <summary>The time-stamp counter, as the waits read it.</summary>
    public ulong TimeStamp()
    {
        ulong ticks = ((delegate* unmanaged[Cdecl, SuppressGCTransition]<ulong>)(Code + UserInterruptCode.TimeStamp))();
        GC.KeepAlive(this);
        return ticks;
    }

    public void Dispose() => _memory.Dispose();

    private void Write()
    {
        var code = new Span<byte>((void*)Code, CodeSize);
        UserInterruptCode.Bytes.CopyTo(code);
        foreach (int flag in IsSoftware ? UserInterruptCode.Flags : [])
        {
            Nop.CopyTo(code[flag..]);
        }
    }

    private void Check(string call, nint result)
    {
        if (result is < 0 and > -4096)
        {
            throw UserInterruptErrors.NoPages(_device, call, (int)-result);
        }
    }
}
