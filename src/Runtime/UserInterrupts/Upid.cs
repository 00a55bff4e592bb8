using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// A user posted-interrupt descriptor: where user interrupts of one receiver are posted. 16 bytes, aligned to 64, in memory that processors,
/// threads and processes share: use it in place, through a pointer or a reference, never as a copy. Any thread.
/// </summary>
/// <remarks>
/// Source of the layout: Intel SDM, Vol. 3, "User Interrupts", section "User Posted-Interrupt Descriptor (UPID)". Bits 15:2 and 31:24 must be
/// zero. SENDUIPI locks all 16 bytes at once; the operations here are on one word each, and so their order matters, as each says.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal struct Upid
{
    /// <summary>Bytes.</summary>
    public const int Size = 16;

    /// <summary>Bytes: bits 5:0 of a UPID's address must be zero.</summary>
    public const int Alignment = 64;

    /// <summary>User vectors, 0 to 63: a bit of PIR for each.</summary>
    public const int VectorCount = 64;

    /// <summary>ON, bit 0: a notification is on its way or not yet processed.</summary>
    public const ulong OutstandingBit = 1UL << 0;

    /// <summary>SN, bit 1: what is posted is not notified.</summary>
    public const ulong SuppressBit = 1UL << 1;

    /// <summary>NV, bits 23:16, begins here.</summary>
    public const int NotificationVectorShift = 16;

    /// <summary>NDST, bits 63:32, begins here.</summary>
    public const int NotificationDestinationShift = 32;

    /// <summary>Bits 15:2 and 31:24 of the first word.</summary>
    public const ulong ReservedBits = 0xFF00_FFFC;

    [FieldOffset(0)]
    private ulong _status;

    [FieldOffset(8)]
    private ulong _requests;

    /// <summary>The first word: ON, SN, NV, NDST and what is reserved.</summary>
    public readonly ulong Status => Volatile.Read(in _status);

    /// <summary>PIR, the second word: the vectors that are posted and that no notification has taken.</summary>
    public readonly ulong Requests => Volatile.Read(in _requests);

    /// <summary>ON.</summary>
    public readonly bool IsOutstanding => (Status & OutstandingBit) != 0;

    /// <summary>SN.</summary>
    public readonly bool IsSuppressed => (Status & SuppressBit) != 0;

    /// <summary>NV: the vector of the ordinary interrupt that notifies.</summary>
    public readonly byte NotificationVector => (byte)(Status >> NotificationVectorShift);

    /// <summary>NDST, all 32 bits: the APIC id of the receiver's processor in x2APIC mode; in xAPIC mode it is in bits 15:8 of them.</summary>
    public readonly uint NotificationDestination => (uint)(Status >> NotificationDestinationShift);

    /// <summary>Whether a sender would get #GP.</summary>
    public readonly bool HasReservedBits => (Status & ReservedBits) != 0;

    /// <summary>Makes it anew: nothing posted, nothing outstanding. No sender may know it yet.</summary>
    public void Initialize(byte notificationVector, uint notificationDestination, bool isSuppressed)
    {
        Volatile.Write(ref _requests, 0);
        SetStatus(((ulong)notificationDestination << NotificationDestinationShift) | ((ulong)notificationVector << NotificationVectorShift)
            | (isSuppressed ? SuppressBit : 0));
    }

    /// <summary>Writes the first word as it is given, reserved bits too.</summary>
    public void SetStatus(ulong status) => Volatile.Write(ref _status, status);

    /// <summary>What SENDUIPI does to a UPID: posts the vector, and sets ON where a notification is due.</summary>
    /// <param name="vector">0 to 63.</param>
    /// <param name="mustNotify">Whether the caller is the one who notifies the receiver now.</param>
    /// <returns><see cref="UserInterruptFault.UpidReservedBits"/>, and nothing is posted; or none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vector"/> is none.</exception>
    public UserInterruptFault Post(int vector, out bool mustNotify)
    {
        mustNotify = false;
        if (HasReservedBits)
        {
            return UserInterruptFault.UpidReservedBits;
        }

        // In this order: a receiver that is notified before the request is there finds nothing, and nobody tells it again.
        SetRequest(vector);
        mustNotify = ClaimNotification();
        return UserInterruptFault.None;
    }

    /// <summary>The first half of a post: the vector's bit in PIR. <see cref="ClaimNotification"/> follows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vector"/> is not 0 to 63.</exception>
    public void SetRequest(int vector)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)vector, (uint)VectorCount, nameof(vector));
        Interlocked.Or(ref _requests, 1UL << vector);
    }

    /// <summary>The second half of a post: sets ON where neither ON nor SN is set.</summary>
    /// <returns>Whether it did: of all who post meanwhile, this caller notifies.</returns>
    public bool ClaimNotification()
    {
        ulong seen = Status;
        while ((seen & (OutstandingBit | SuppressBit)) == 0)
        {
            ulong found = Interlocked.CompareExchange(ref _status, seen | OutstandingBit, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    /// <summary>The first step of processing a notification, before <see cref="TakeRequests"/>: who posts from here on notifies again.</summary>
    public void ClearOutstanding() => Interlocked.And(ref _status, ~OutstandingBit);

    /// <summary>The second step: PIR is read and cleared in one.</summary>
    public ulong TakeRequests() => Interlocked.Exchange(ref _requests, 0);

    /// <summary>Sets SN. A notification that was claimed before can still arrive.</summary>
    public void Suppress() => Interlocked.Or(ref _status, SuppressBit);

    /// <summary>Clears SN. The processor does not look at what was posted meanwhile, so somebody must.</summary>
    /// <returns>Whether there is something, and the caller notifies the receiver: nobody else would, until the next post.</returns>
    public bool Unsuppress()
    {
        // In this order: what is posted after the look finds SN clear, and is notified.
        Interlocked.And(ref _status, ~SuppressBit);
        return Requests != 0;
    }
}
