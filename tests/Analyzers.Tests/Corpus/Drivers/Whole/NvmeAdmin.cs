// information is not the point
using System.Runtime.InteropServices;

[InterruptDriver(VendorId = 0x1B36, DeviceId = 0x0010)]
public sealed unsafe partial class NvmeAdmin
{
    private readonly Bar _bar;
    private readonly CompletionEntry* _ring;
    private readonly Slot[] _slots = new Slot[64];
    private readonly int _depth;
    private ushort _head;
    private Phase _phase = new(true);
    private long _errors;
    private long _completed;

    public NvmeAdmin(PciDevice device, int depth)
    {
        _bar = device.GetBar(0);
        _depth = depth;
        _ring = (CompletionEntry*)NativeMemory.AlignedAlloc((nuint)depth * 16, 4096);
        for (int i = 0; i < _slots.Length; i++)
        {
            _slots[i] = i == 0 ? new IdentifySlot() : new FeatureSlot();
        }
    }

#if PLANTED_RACE
    public long Completed => _completed;
#else
    public long Completed => Volatile.Read(ref _completed);
#endif

    public long Errors => Interlocked.Read(ref _errors);

    [MsiVector(0)]
    private void OnAdmin(in Interrupt irq)
    {
        for (int budget = _depth; budget > 0; budget--)
        {
            ref CompletionEntry entry = ref _ring[_head];
            if (_phase != entry.Tag) //p:OPERATOR TH2003
            {
                break;
            }

            (ushort id, StatusField status) = entry; //p:DECONSTRUCT TH2002
            if (status.IsError) //p:PROPERTY TH3003
            {
                Interlocked.Increment(ref _errors);
            }

            if (id < _slots.Length)
            {
                _slots[id].Complete(status); //p:OVERRIDE TH3006
            }

            if (++_head == _depth)
            {
                _head = 0;
                _phase = !_phase;
            }

            _completed++; //p:RACE TH5010
        }

        _bar.Write32(0x1004, _head);
    }

    private readonly struct Phase(bool on)
    {
        private readonly bool _on = on;

        public static Phase operator !(Phase phase) => new(!phase._on);

        public static bool operator ==(Phase phase, bool tag) => phase.Same(tag);

        public static bool operator !=(Phase phase, bool tag) => !(phase == tag);

#if PLANTED_OPERATOR
        private bool Same(bool tag) => Equals(tag, _on);
#else
        private bool Same(bool tag) => tag == _on;
#endif

        public override bool Equals(object? obj) => obj is Phase other && other._on == _on;

        public override int GetHashCode() => _on ? 1 : 0;
    }

    private struct CompletionEntry
    {
        public uint Result;
        public uint Reserved;
        public ushort SubmissionHead;
        public ushort SubmissionId;
        public ushort CommandId;
        public ushort Status;

        public readonly bool Tag => (Status & 1) != 0;

        public readonly void Deconstruct(out ushort id, out StatusField status)
        {
            id = CommandId;
#if PLANTED_DECONSTRUCT
            status = new StatusField(MemoryMarshal.Cast<ushort, byte>(new ReadOnlySpan<ushort>(in Status)).ToArray()[0]);
#else
            status = new StatusField((ushort)(Status >> 1));
#endif
        }
    }

    private readonly record struct StatusField(ushort Value)
    {
        public bool IsError => Class() != 0;

        private int Class()
        {
#if PLANTED_PROPERTY
            Thread.Yield();
#endif
            return Value >> 8 & 7;
        }
    }

    private abstract class Slot
    {
        private long _done;

        public void Complete(StatusField status)
        {
            _done++;
            Finish(status);
        }

        protected abstract void Finish(StatusField status);
    }

    private class IdentifySlot : Slot
    {
        private StatusField _last;

        protected override void Finish(StatusField status) => _last = status;
    }

    private class FeatureSlot : IdentifySlot
    {
        private int _count;

        protected override void Finish(StatusField status)
        {
            base.Finish(status);
            Note(_count++);
        }

        private static void Note(int count)
        {
#if PLANTED_OVERRIDE
            if (count == 1000)
            {
                Console.Error.Write(count);
            }
#endif
        }
    }
}
