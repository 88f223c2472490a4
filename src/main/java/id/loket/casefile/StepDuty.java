package id.loket.casefile;

/**
 * What a movement must bring forth besides its entry: preparing makes the letter, signing marks it signed, numbering gives it its number.
 * Implemented by the modules that own those products, and called inside the movement's transaction, so that neither exists without the other.
 */
public interface StepDuty {

    /** Does the duty, if this movement is one of those that it is for. If it fails the movement doesn't take place either. */
    void perform(FileMoved movement);
}
