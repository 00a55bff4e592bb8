using System.Numerics;

namespace TopHalf;

/// <summary>A handler that a step program calls.</summary>
/// <param name="Handler">The name of its method.</param>
/// <param name="Index">Which of its sources.</param>
/// <param name="Status">What was read last around the call.</param>
internal readonly record struct HandlerCall(string Handler, int Index, ulong Status);

/// <summary>How a run of a step program ended.</summary>
/// <param name="IsPending">False where the test found nothing pending, and nothing more was done.</param>
/// <param name="Unclaimed">How many bits were pending that no handler claims.</param>
/// <param name="IsSettled">False where the status was still pending after the last look.</param>
internal readonly record struct StepOutcome(bool IsPending, int Unclaimed = 0, bool IsSettled = true);

/// <summary>
/// Runs a step program one step at a time, straight from its definition. Slow and obvious on purpose: it is what the tests
/// hold the generated code against, and what the runtime uses where speed does not matter (masking a source whose handler
/// threw, enabling at the start, releasing at the end).
/// </summary>
internal sealed class StepInterpreter
{
    private readonly Step[] _program;
    private readonly PciDevice _device;
    private readonly Action<HandlerCall> _handler;
    private readonly int _vectorIndex;
    private readonly bool _handlersLast;
    private readonly Queue<(HandlerCall Call, int Next, int End)> _found = new();
    private int _unclaimed;
    private bool _isSettled = true;

    private StepInterpreter(Step[] program, PciDevice device, int vectorIndex, Action<HandlerCall> handler, bool handlersLast)
    {
        _program = program;
        _device = device;
        _vectorIndex = vectorIndex;
        _handler = handler;
        _handlersLast = handlersLast;
    }

    /// <summary>Runs a program for one interrupt.</summary>
    /// <param name="program">The steps, in order, bound to the device.</param>
    /// <param name="device">Whose registers.</param>
    /// <param name="vectorIndex">The vector's place in its range.</param>
    /// <param name="handler">Called at each step at which a handler runs.</param>
    /// <param name="handlersLast">
    /// As a top half does: first all that leads to handlers, then the handlers, each with what is left of its block, then the rest.
    /// </param>
    /// <exception cref="DeviceGoneException">A status reads all ones, and no device answers.</exception>
    public static StepOutcome Run(
        ReadOnlySpan<Step> program, PciDevice device, int vectorIndex, Action<HandlerCall> handler, bool handlersLast = false)
        => new StepInterpreter(program.ToArray(), device, vectorIndex, handler, handlersLast).Run();

    /// <summary>Runs a step that needs neither status nor index.</summary>
    public static void Apply(Step step, PciDevice device)
    {
        switch (step.Operation)
        {
            case StepOperation.Write:
                StepRegister.Write(device, step, step.Value);
                break;
            case StepOperation.Modify:
                StepRegister.Write(device, step, (StepRegister.Read(device, step) & ~(step.Mask | step.Preserve)) | (step.Value & step.Mask));
                break;
            case StepOperation.Flush:
                _ = StepRegister.Read(device, step);
                break;
            default:
                throw new InvalidOperationException($"{step.Operation} cannot run as {step.Role}: there is no status.");
        }
    }

    private StepOutcome Run()
    {
        bool hasTest = _program is [{ Operation: StepOperation.TestAny or StepOperation.TestEqual }, ..];
        ulong status = 0;
        if (hasTest && !Test(out status))
        {
            RunProgram(_program.Length - (_program[^1].Operation == StepOperation.Unmask ? 1 : 0), status);
            return new StepOutcome(IsPending: false);
        }

        RunProgram(hasTest ? 1 : 0, status);
        return new StepOutcome(IsPending: true, _unclaimed, _isSettled);
    }

    private bool Test(out ulong status)
    {
        Step test = _program[0].At(_vectorIndex);
        status = ReadStatus(test);
        return test.Operation == StepOperation.TestAny ? (status & test.Mask) != 0 : (status & test.Mask) == test.Value;
    }

    // All ones are a real value, or what reads where no device answers.
    private ulong ReadStatus(Step step)
    {
        ulong status = StepRegister.Read(_device, step);
        return status != RegisterTypes.AllOnes(step.Type.Width()) || _device.Answers() ? status : throw new DeviceGoneException(_device.Name);
    }

    private void RunProgram(int first, ulong status)
    {
        int endOfHandlers = StepProgram.EndOfHandlers(_program);
        ulong looks = 0;
        for (int i = first; i < _program.Length; i++)
        {
            if (i >= endOfHandlers)
            {
                RunFound();
            }

            if (_program[i].Operation != StepOperation.Again)
            {
                RunBlock(i, i + 1, status, _vectorIndex);
                i += _program[i].Length;
            }
            else if (Test(out ulong again))
            {
                _isSettled = looks++ < _program[i].Value;
                if (_isSettled)
                {
                    status = again;
                    i = 0; // on behind the test
                }
                else
                {
                    MaskSource();
                    return;
                }
            }
        }

        RunFound();
    }

    private void MaskSource()
    {
        foreach (Step step in StepProgram.Mask(_program, _vectorIndex))
        {
            Apply(step, _device);
        }
    }

    private void RunFound()
    {
        while (_found.TryDequeue(out (HandlerCall Call, int Next, int End) found))
        {
            _handler(found.Call);
            RunBlock(found.Next, found.End, found.Call.Status, found.Call.Index);
        }
    }

    private void RunBlock(int first, int end, ulong status, int index)
    {
        for (int i = first; i < end; i++)
        {
            Step step = _program[i].At(index);
            switch (step.Operation)
            {
                case StepOperation.Echo:
                    StepRegister.Write(_device, step, status & step.Mask);
                    break;
                case StepOperation.Handle when _handlersLast:
                    _found.Enqueue((new HandlerCall(step.Handler, index, status), i + 1, end));
                    return;
                case StepOperation.Handle:
                    _handler(new HandlerCall(step.Handler, index, status));
                    break;
                case StepOperation.Unmask:
                    _device.UnmaskLine();
                    break;
                case StepOperation.Match or StepOperation.EachBit or StepOperation.Bank or StepOperation.Unclaimed:
                    Enter(step, i + 1, status, index);
                    i += step.Length;
                    break;
                default:
                    Apply(step, _device);
                    break;
            }
        }
    }

    private void Enter(Step step, int first, ulong status, int index)
    {
        int end = first + step.Length;
        ulong read = step.Operation == StepOperation.Bank ? ReadStatus(step) : status;
        ulong bits = read & step.Mask;
        switch (step.Operation)
        {
            case StepOperation.EachBit:
                for (; bits != 0; bits &= bits - 1)
                {
                    RunBlock(first, end, status, StatusBitsOf.Index(step, index, BitOperations.TrailingZeroCount(bits)));
                }

                break;
            case StepOperation.Unclaimed when bits != 0:
                _unclaimed += BitOperations.PopCount(bits);
                RunBlock(first, end, bits, index);
                break;
            case StepOperation.Match or StepOperation.Bank when bits != 0:
                RunBlock(first, end, read, index);
                break;
        }
    }
}
