using System.Globalization;
using System.Numerics;

namespace TopHalf.Runtime.Tests.UserInterrupts.Model;

/// <summary>
/// The user-interrupt state of a receiver's logical processor, and what changes it. Nothing here waits or decides when: whoever holds it
/// calls one step after the other. Source: Intel SDM, Vol. 3, "User Interrupts"; the instructions in Vol. 2.
/// </summary>
/// <remarks>Not in the model: shadow stacks and ENDBRANCH tracking, virtual machines, page faults of the stack and of a notification.</remarks>
internal sealed class Processor
{
    private const ulong TestUiFlags = 0x8D5;        // CF, PF, AF, ZF, SF, OF
    private const ulong UiretFlags = 0x254DD5;      // those that UIRET restores
    private const ulong TrapFlags = 0x1_0100;       // TF, RF
    private const int LinearAddressBits = 48;

    /// <summary>CR4.UINTR.</summary>
    public bool IsEnabled { get; set; } = true;

    public int PrivilegeLevel { get; set; } = 3;

    /// <summary>IA32_EFER.LMA and CS.L.</summary>
    public bool Is64Bit { get; set; } = true;

    /// <summary>The instruction before was MOV SS or POP SS, or it is in an enclave: no delivery at this boundary.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>CPUID(7,1).EDX[17]: UIRET takes UIF from bit 1 of the flags that it pops.</summary>
    public bool HasUiretUif { get; set; }

    public uint ApicId { get; set; } = 2;

    public bool IsX2Apic { get; set; } = true;

    /// <summary>UIRR: the vectors that wait for delivery.</summary>
    public ulong Requests { get; set; }

    /// <summary>UIF.</summary>
    public bool Flag { get; set; }

    /// <summary>UINV.</summary>
    public byte NotificationVector { get; set; }

    public ulong Handler { get; set; }

    public ulong StackAdjust { get; set; }

    public ulong Rip { get; set; }

    public ulong Rsp { get; set; }

    public ulong Rflags { get; set; } = 2;

    /// <summary>UMONITOR has armed a line that nobody has stored to.</summary>
    public bool IsMonitoring { get; set; }

    /// <summary>It waits for an interrupt, or for a store to the line that it monitors.</summary>
    public bool IsAsleep { get; set; }

    /// <summary>Interrupts that the local APIC has received and not handed over: a bit for each, so two of one vector are one.</summary>
    public SortedSet<byte> Arrived { get; private init; } = [];

    /// <summary>Vectors that went through the IDT.</summary>
    public List<byte> Ordinary { get; private init; } = [];

    /// <summary>Delivery is possible at this boundary.</summary>
    public bool CanDeliver => IsEnabled && Requests != 0 && Flag && PrivilegeLevel == 3 && Is64Bit && !IsBlocked;

    public Processor Copy()
    {
        var copy = new Processor { Arrived = [.. Arrived], Ordinary = [.. Ordinary] };
        (copy.IsEnabled, copy.PrivilegeLevel, copy.Is64Bit, copy.IsBlocked, copy.HasUiretUif) = (IsEnabled, PrivilegeLevel, Is64Bit, IsBlocked, HasUiretUif);
        (copy.ApicId, copy.IsX2Apic, copy.Requests, copy.Flag, copy.NotificationVector) = (ApicId, IsX2Apic, Requests, Flag, NotificationVector);
        (copy.Handler, copy.StackAdjust, copy.Rip, copy.Rsp, copy.Rflags) = (Handler, StackAdjust, Rip, Rsp, Rflags);
        (copy.IsMonitoring, copy.IsAsleep) = (IsMonitoring, IsAsleep);
        return copy;
    }

    /// <summary>What can differ between two states of one exploration.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{Requests:X},{Flag},{Rip:X},{Rsp:X},{Rflags:X},{IsMonitoring},{IsAsleep},{string.Join('.', Arrived)},{string.Join('.', Ordinary)}");

    /// <summary>Whether an interrupt with this destination in a UPID is for this processor.</summary>
    public bool IsDestination(uint destination) => (IsX2Apic ? destination : (destination >> 8) & 0xFF) == ApicId;

    /// <summary>An interrupt is acknowledged at a boundary. It ends a wait, whatever it is.</summary>
    /// <returns>Whether it is a user-interrupt notification; one that is not goes through the IDT.</returns>
    public bool Accept(byte vector)
    {
        if (!Arrived.Remove(vector))
        {
            throw new InvalidOperationException($"No interrupt {vector} has arrived.");
        }

        IsAsleep = false;
        bool isNotification = IsEnabled && Is64Bit && vector == NotificationVector;
        if (!isNotification)
        {
            Ordinary.Add(vector);
            IsMonitoring = false;   // the kernel's IRET clears it
        }

        return isNotification;
    }

    /// <summary>User-interrupt delivery: the highest vector of UIRR, on the stack of the receiver.</summary>
    public UserInterruptFault Deliver(ModelMemory memory)
    {
        if (!CanDeliver)
        {
            throw new InvalidOperationException("No user interrupt can be delivered now.");
        }

        if (!IsCanonical(Handler))
        {
            return UserInterruptFault.HandlerNotCanonical;
        }

        int vector = BitOperations.Log2(Requests);
        ulong before = Rsp;
        Rsp = ((StackAdjust & 1) != 0 ? StackAdjust : Rsp - StackAdjust) & ~0xFUL;
        Push(memory, before);
        Push(memory, Rflags);
        Push(memory, Rip);
        Push(memory, (ulong)vector);
        Requests &= ~(1UL << vector);
        Flag = false;
        Rflags &= ~TrapFlags;
        Rip = Handler;
        IsAsleep = false;
        return UserInterruptFault.None;
    }

    /// <summary>UIRET, with RSP at the RIP that was pushed: whoever handled has taken the vector off.</summary>
    public UserInterruptFault Uiret(ModelMemory memory)
    {
        if (!CanExecute)
        {
            return UserInterruptFault.NotEnabled;
        }

        ulong rip = memory[Rsp];
        ulong rflags = memory[Rsp + 8];
        ulong rsp = memory[Rsp + 16];
        if (!IsCanonical(rip))
        {
            return UserInterruptFault.ReturnNotCanonical;
        }

        Rip = rip;
        Rflags = (Rflags & ~UiretFlags) | (rflags & UiretFlags);
        Rsp = rsp;
        Flag = !HasUiretUif || (rflags & 2) != 0;
        IsMonitoring = false;
        return UserInterruptFault.None;
    }

    /// <summary>CLUI: nothing is delivered from the next boundary on.</summary>
    public UserInterruptFault Clui() => SetFlag(false);

    /// <summary>STUI: what waits can be delivered at the next boundary.</summary>
    public UserInterruptFault Stui() => SetFlag(true);

    /// <summary>TESTUI: UIF to CF; the other arithmetic flags are cleared.</summary>
    public UserInterruptFault Testui()
    {
        if (!CanExecute)
        {
            return UserInterruptFault.NotEnabled;
        }

        Rflags = (Rflags & ~TestUiFlags) | (Flag ? 1UL : 0);
        return UserInterruptFault.None;
    }

    private bool CanExecute => IsEnabled && Is64Bit;

    private UserInterruptFault SetFlag(bool value)
    {
        if (!CanExecute)
        {
            return UserInterruptFault.NotEnabled;
        }

        Flag = value;
        return UserInterruptFault.None;
    }

    private void Push(ModelMemory memory, ulong value)
    {
        Rsp -= 8;
        memory[Rsp] = value;
    }

    private static bool IsCanonical(ulong address)
        => (ulong)((long)(address << (64 - LinearAddressBits)) >> (64 - LinearAddressBits)) == address;
}
